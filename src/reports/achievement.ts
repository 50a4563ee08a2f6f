import { pickText, plainText, type Pack, type Result, type Text } from '../model/index.js';
import type { ToldSession } from './session.js';

/** What a badge is for. Its words are those of the pathway: public, and silent about who proposed it. */
export interface Achievement {
  /** A URI: the same for everybody who did as much. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly criteria: string;
  /** CRCN, CléA, DigComp: references of what was seen. */
  readonly alignments: readonly string[];
}

export const french = (text: Text): string => plainText(pickText(text, { language: 'fr', register: 'vous', reading: 'standard' }));

/** The pathway was gone through, not left on the way. */
export const isCompleted = ({ record, result }: Pick<ToldSession, 'record' | 'result'>): boolean =>
  result !== null && record.stoppedAt === undefined;

/** What finishing a pathway with a result is worth. */
export function achievementOf(pack: Pack, result: Result): Achievement {
  const pathway = pack.pathways.find(({ id }) => id === (result.route ?? result.pathway));
  const title = pathway ? french(pathway.title) : result.pathway;
  const level = result.shows === 'score' ? `-n${result.score.band}` : '';
  return {
    id: `urn:pix-diagnostic:achievement:${pack.id}:${pathway?.id ?? result.pathway}${level}`,
    name: level ? `${title}\u00a0: niveau ${result.score.band}` : title,
    description: pathway ? french(pathway.summary) : title,
    criteria: level ? `Parcours terminé, avec un score de niveau ${result.score.band} sur 3.` : 'Parcours de premiers gestes terminé.',
    alignments: [...new Set(result.subjects.filter(({ observations }) => observations > 0).flatMap(({ alignments }) => alignments))],
  };
}
