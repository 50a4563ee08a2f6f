import type { Achievement } from './achievement.js';

/**
 * An Open Badges 3.0 credential as the payload of a VC-JWT. The service issues it; whoever proposed the pathway is not
 * named, for a badge is shown around, and the name of a network can tell of a person's situation.
 * @param address of the service.
 */
export function credentialOf(
  address: string,
  session: string,
  sharedAt: Date,
  achievement: Achievement,
): Readonly<Record<string, unknown>> {
  const seconds = Math.floor(sharedAt.getTime() / 1000);
  const id = `${address}/v1/sessions/${session}/badge`;
  const subject = `urn:uuid:${session}`;
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: address, type: ['Profile'], name: new URL(address).host },
    validFrom: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'),
    name: achievement.name,
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      achievement: {
        id: achievement.id,
        type: ['Achievement'],
        name: achievement.name,
        description: achievement.description,
        criteria: { narrative: achievement.criteria },
        inLanguage: 'fr',
        ...(achievement.alignments.length > 0 && { tag: achievement.alignments }),
      },
    },
    iss: address,
    jti: id,
    nbf: seconds,
    sub: subject,
  };
}
