import type { PackItem } from '../model/index.js';
import type { AuthoredPathway } from './authored.js';
import type { Report } from './problems.js';
import type { Path } from './source.js';

interface Placed {
  readonly pathway: AuthoredPathway;
  readonly report: Report;
}

/**
 * A learning pathway tells the answers of what it asks, to everybody. An evaluation or a campaign that asked the same
 * would measure who has read them.
 */
export function checkToldAnswers(pathways: readonly Placed[], items: readonly PackItem[]): void {
  const practice = new Set(items.filter((item) => item.practice).map(({ id }) => id));
  const measuring = pathways.filter(({ pathway }) => pathway.mode !== 'learning');
  for (const { pathway, report } of measuring) {
    for (const { id, path } of named(pathway)) {
      if (!practice.has(id)) continue;
      report(path, {
        code: 'told-answer',
        reason: `"${id}" is for practice: learning pathways tell its answer.`,
        remedy: `Name another item, or remove "practice: true" from it.`,
      });
    }
  }
  for (const { pathway, report } of pathways) {
    if (pathway.mode !== 'learning') continue;
    const all = pathway.form ? [] : covered(pathway, items);
    for (const { id, path } of [...named(pathway), ...all.map((id) => ({ id, path: ['subjects'] }))]) {
      if (practice.has(id)) continue;
      const other = measuring.find(({ pathway: candidate }) => asks(candidate, id, items));
      if (!other) continue;
      report(path, {
        code: 'told-answer',
        reason: `"${id}" is asked here with its answer, and without it in the ${other.pathway.mode} ${other.pathway.id}.`,
        remedy: 'Write another item like it, with "practice: true", and name that one under "form".',
      });
    }
  }
}

/** The items that a pathway names, with their places. */
const named = ({ form = [], gate }: AuthoredPathway): { id: string; path: Path }[] => [
  ...form.map((id, i) => ({ id, path: ['form', i] })),
  ...(gate?.items ?? []).map((id, i) => ({ id, path: ['gate', 'items', i] })),
];

/** The items of the subjects and levels of a pathway. */
const covered = ({ subjects, levels: [lowest, highest] = [1, Infinity] }: AuthoredPathway, items: readonly PackItem[]): string[] =>
  items.filter(({ subject, level }) => subjects.includes(subject) && level >= lowest && level <= highest).map(({ id }) => id);

const asks = (pathway: AuthoredPathway, id: string, items: readonly PackItem[]): boolean =>
  named(pathway).some((asked) => asked.id === id) || (pathway.mode === 'evaluation' && covered(pathway, items).includes(id));
