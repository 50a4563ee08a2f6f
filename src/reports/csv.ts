import type { AxisState, Result } from '../model/index.js';
import { french } from './achievement.js';
import type { Shared } from './session.js';

type Cell = string | number | null;

/** What lists tell of a shared session. */
export type Listed = Pick<Shared, 'id' | 'learner' | 'campaign' | 'shared_at' | 'result'>;

/** A shared session, one cell a column. Columns of axes by their id. */
export interface Line {
  readonly cells: readonly Cell[];
  readonly axes: ReadonlyMap<string, { readonly title: string; readonly state: string }>;
}

const columns = [
  'session',
  'apprenant',
  'campagne',
  'parcours',
  'commencé le',
  'terminé le',
  'partagé le',
  'score',
  'score, au moins',
  'score, au plus',
  'écart-type',
  'niveau',
  'à confirmer',
  'réponses',
  'réussies',
  'je ne sais pas encore',
  'minutes',
  'à travailler',
  'suite proposée',
];

const stateWords: Readonly<Record<AxisState, string>> = {
  acquired: 'acquis',
  'on-track': 'en bonne voie',
  'to-work-on': 'à travailler',
  'not-seen': 'non vu',
};

export function lineOf({ id, learner, campaign, shared_at: at, result }: Listed): Line {
  const { score, toWorkOn, recommendations } = result;
  // A pathway of first gestures has no score to tell: see its number of gestures.
  const told = <T extends Cell>(value: T): T | null => (result.shows === 'score' ? value : null);
  return {
    cells: [
      id,
      learner,
      campaign,
      result.pathway,
      result.startedAt,
      result.finishedAt,
      at.toISOString(),
      told(score.percent),
      told(score.interval[0]),
      told(score.interval[1]),
      told(score.sd),
      told(`N${score.band}`),
      told(score.confidence === 'low' ? 'oui' : 'non'),
      result.answered,
      result.passed,
      result.unknown,
      Math.round(result.activeSeconds / 6) / 10,
      toWorkOn ? french(toWorkOn.text) : null,
      recommendations[0] ? french(recommendations[0].title) : null,
    ],
    axes: axesOf(result),
  };
}

const axesOf = ({ axes }: Result): Line['axes'] =>
  new Map(axes.map(({ id, title, state }) => [id, { title: french(title), state: stateWords[state] }]));

/** A cell as spreadsheets read it: never as a formula, with a decimal comma. */
function cellOf(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table for spreadsheets in French: UTF-8 with its mark, semicolons, lines that end in CR and LF. */
const csvOf = (lines: readonly (readonly Cell[])[]): string => `\uFEFF${lines.map((line) => `${line.map(cellOf).join(';')}\r\n`).join('')}`;

function cellsOf(lines: readonly Line[]): readonly (readonly Cell[])[] {
  const axes = new Map(lines.flatMap((line) => [...line.axes].map(([id, { title }]) => [id, title] as const)));
  return [
    [...columns, ...axes.values()],
    ...lines.map((line) => [...line.cells, ...[...axes.keys()].map((id) => line.axes.get(id)?.state ?? null)]),
  ];
}

/** A table of shared sessions. */
export const tableOf = (lines: readonly Line[]): string => csvOf(cellsOf(lines));
