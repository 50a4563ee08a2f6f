import type { BandCounts, Figures, GroupFigures, ItemFigure, Share } from './figures.js';
import type { Target } from './targets.js';

type Row = readonly string[];

const none = '–';
const percent = ({ share }: Share): string => (share === null ? none : String(Math.round(100 * share)));
const number = (value: number | null, digits = 0): string => (value === null ? none : value.toFixed(digits));
const bands = (counts: BandCounts): string => {
  const sum = counts.reduce((a, b) => a + b);
  return sum === 0 ? none : counts.map((count) => Math.round((100 * count) / sum)).join('/');
};

/** Lines of columns; the first `left` columns are aligned to the left. */
function lines(rows: readonly Row[], left = 1): string {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, cell.length)), []);
  const pad = (cell: string, i: number): string => (i < left ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!));
  return rows.map((row) => `${row.map(pad).join('  ').trimEnd()}\n`).join('');
}

function groups({ all, personas }: Figures): string {
  const head = [
    'persona',
    'learners',
    'finish',
    'routed',
    'n mean',
    'n p90',
    'min med',
    'min p90',
    'began',
    'finished',
    'told',
    'right',
    'low conf',
    'streaks',
  ];
  const row = (name: string, group: GroupFigures): Row => [
    name,
    String(group.learners),
    percent(group.finished),
    String(Object.values(group.routes).reduce((sum, share) => sum + Math.round(100 * (share.share ?? 0)), 0)),
    number(group.questions.mean, 1),
    number(group.questions.p90),
    number(group.minutes.median),
    number(group.minutes.p90),
    bands(group.bands.starters),
    bands(group.bands.finishers),
    bands(group.bands.told),
    percent(group.rightBand),
    percent(group.lowConfidence),
    percent(group.failureStreaks),
  ];
  return lines([head, ...personas.map((persona) => row(`${persona.id} ${persona.name}`, persona)), row('all', all)]);
}

function recommendations({ all, personas }: Figures): string {
  const ids = all.recommendations.map(({ id }) => id);
  const row = (name: string, group: GroupFigures): Row => [
    name,
    ...ids.map((id) => {
      const found = group.recommendations.find((candidate) => candidate.id === id);
      return found ? `${percent(found.first)} / ${percent(found.any)}` : '0 / 0';
    }),
    String(group.withoutRecommendation),
  ];
  return lines([
    ['first / any, %', ...ids, 'none'],
    ...personas.map((persona) => row(`${persona.id} ${persona.name}`, persona)),
    row('all', all),
  ]);
}

const itemLines = (head: string, items: readonly ItemFigure[]): string =>
  lines([[head, 'met %', 'passed %'], ...items.map(({ item, asked, passed }) => [item, percent(asked), percent(passed)])]);

function routes({ all }: Figures): string {
  const list = Object.entries(all.routes).map(([id, share]) => `${id} ${percent(share)} %`);
  return list.length > 0 ? `The gate sent to: ${list.join(', ')}.\n` : '';
}

/** The figures as text. Shares are in %; three numbers with strokes are bands 1/2/3. */
export function tableOf(figures: Figures): string {
  const { pack, pathway, cohort, all, seed, mostAsked, neverAsked, gateItems, items } = figures;
  return [
    `${pack}, ${pathway}: ${all.learners} simulated learners${cohort === undefined ? '' : ` (${cohort})`}, seed ${seed}. Assumed, not measured: see docs/simulate.md.\n`,
    groups(figures) + routes(figures),
    recommendations(figures),
    gateItems.length > 0 ? itemLines('gate item', gateItems) : '',
    itemLines('item', items) +
      (mostAsked ? `Most asked: ${mostAsked.item}, ${percent(mostAsked.asked)} %. ` : '') +
      `Never asked: ${neverAsked.length > 0 ? neverAsked.join(', ') : 'none'}.\n`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The targets as text. */
export const targetTable = (targets: readonly Target[]): string =>
  lines(
    [
      ['target', 'asked', 'measured', '', ''],
      ...targets.map(({ what, target, value, status, note }) => [what, target, value ?? none, status, note]),
    ],
    5,
  );
