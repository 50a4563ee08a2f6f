import type { Schemas } from '../contract/index.js';
import type { Pack, Result } from '../model/index.js';
import { achievementOf, french, isCompleted } from './achievement.js';
import type { ToldSession } from './session.js';

type Payload = Schemas['FranceTravailPayload'];
type Stage = Payload['test']['etat'];
type Element = Payload['test']['elementsEvalues'][number];

/** How far a session is: 2 started, 3 finished, 4 shared. */
export const stageOf = ({ finished_at: finished, shared_at: shared }: ToldSession): Stage => (shared ? 4 : finished ? 3 : 2);

const elementOf = (pack: Pack, { id, level }: Result['subjects'][number]): readonly Element[] => {
  const subject = pack.subjects.find((candidate) => candidate.id === id);
  if (!subject) return [];
  const domain = pack.domains.find((candidate) => candidate.id === subject.domain);
  return [
    {
      libelle: french(subject.title),
      categorie: 'competence',
      type: 'compétence numérique',
      domaineRattachement: domain ? french(domain.title) : subject.domain,
      nbSousElements: subject.levels,
      evaluation: {
        scoreObtenu: Math.round((100 * level) / subject.levels),
        uniteScore: 'A',
        nbSousElementValide: level,
      },
    },
  ];
};

/**
 * A session in the shape that the public employment service's systems take. Who the learner is, the partner's own
 * system adds. A score, and details, only once shared; a pathway of first gestures has neither.
 * @param organisation name of the partner.
 * @param stage as of now, or as of an event that is told later.
 */
export function franceTravailPayload(row: ToldSession, pack: Pack, organisation: string, stage: Stage): Payload {
  const pathway = pack.pathways.find(({ id }) => id === row.pathway);
  const shared = stage === 4 ? row.result : null;
  const scored = shared?.shows === 'score' ? shared : null;
  const time = (at: Date | null): string | null => at?.toISOString() ?? null;
  const achievement = shared && achievementOf(pack, shared);
  return {
    campagne: {
      nom: pathway ? french(pathway.title) : row.pathway,
      type: 'EVALUATION',
      codeCampagne: row.campaign ?? row.pathway,
      nomOrganisme: organisation,
      typeOrganisme: 'externe',
    },
    test: {
      etat: stage,
      progression: stage === 2 ? 0 : 100,
      // A first diagnostic has its own type; every other pathway has the common one.
      typeTest: row.pathway === 'diagnostic-initial' ? 'DI' : 'CP',
      referenceExterne: row.id,
      dateDebut: row.started_at.toISOString(),
      dateProgression: stage === 2 ? null : time(row.finished_at),
      dateValidation: stage === 4 ? time(row.shared_at) : null,
      evaluation: scored ? scored.score.percent : null,
      uniteEvaluation: 'A',
      elementsEvalues: scored ? scored.subjects.filter(({ observations }) => observations > 0).flatMap((one) => elementOf(pack, one)) : [],
    },
    ...(achievement && {
      badges: [
        {
          cle: achievement.id,
          titre: achievement.name,
          message: achievement.description,
          certifiable: false,
          obtenu: isCompleted(row),
        },
      ],
    }),
  };
}
