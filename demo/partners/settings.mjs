// The partners of the demonstration, as an operator would configure them, and what each keeps for itself.
import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';

const pathways = ['diagnostic-initial', 'abc-diag', 'abc-1', 'th-mail', 'uc-securite'];
const names = { e2c: 'École de la 2e Chance du Val de Lorne', 'unis-cite': 'Unis-Cité (démonstration)', sma: 'SMA (démonstration)' };

/** A partner with keys of its own: it knows its learners, signs their launches, and hears of their results. */
async function known(id, address) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const kid = `${id}-1`;
  const issuer = `${address}partner/${id}`;
  const partnerKey = `pdk_${randomBytes(24).toString('base64url')}`;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return {
    own: { id, kid, issuer, privateKey, partnerKey, secret },
    settings: {
      name: names[id],
      origins: [new URL(address).origin],
      launch: { issuer, keys: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }] } },
      pathways,
      webhook: { url: `${issuer}/webhook`, secret },
      partnerKeys: [createHash('sha256').update(partnerKey).digest('hex')],
    },
  };
}

/** @param address of the demonstration, with a slash at the end. */
export async function demoPartners(address) {
  const partners = await Promise.all(Object.keys(names).map((id) => known(id, address)));
  const settings = Object.fromEntries(partners.map(({ own, settings }) => [own.id, settings]));
  // The bare page has no server of its own: whoever opens it may begin.
  settings.bare = { name: 'Page nue', origins: [new URL(address).origin], launch: 'open', pathways };
  return { settings, own: new Map(partners.map(({ own }) => [own.id, own])) };
}
