import type { PackSubject } from '../model/index.js';
import type { AuthoredPathway } from './authored.js';
import type { Report } from './problems.js';
import { checkAllKnown, checkKnown, checkUnique, placed } from './references.js';
import type { Path } from './source.js';

/** What a pathway may refer to. */
export interface Surroundings {
  readonly pathways: readonly string[];
  /** Undefined when pack.yaml cannot be used. */
  readonly axes: readonly string[] | undefined;
  /** Ids of all subjects, also those that could not be read. */
  readonly subjectIds: readonly string[];
  readonly subjects: readonly PackSubject[];
  /** Ids of all items that were begun, also those that could not be compiled. */
  readonly attempted: ReadonlySet<string>;
  /** Ids of the items whose answers learning pathways tell. */
  readonly practice: ReadonlySet<string>;
  /** Subjects whose items could not be read: any may exist. */
  readonly unread: ReadonlySet<string>;
}

/** Reports what a pathway names and the pack has not, and what it asks and nothing can answer. */
export function checkPathway(pathway: AuthoredPathway, pack: Surroundings, report: Report): void {
  checkAllKnown(pathway.subjects, pack.subjectIds, 'a subject of the pack', ['subjects'], report);
  checkItems(pathway.form, ['form'], pathway, pack, report);
  checkOrder(pathway.minutes, ['minutes'], report);
  if (pathway.levels) checkOrder(pathway.levels, ['levels'], report);
  if (pathway.cuts) checkOrder(pathway.cuts, ['cuts'], report);
  if (pathway.mode === 'campaign' && !pathway.form) {
    report(['mode'], { code: 'missing-field', reason: 'a campaign has no "form".', remedy: 'Add "form: …": the items, in order.' });
  }
  const isRead = pathway.subjects.every((id) => !pack.unread.has(id));
  const domains = pack.subjects.filter(({ id, unscored }) => !unscored && pathway.subjects.includes(id)).map(({ domain }) => domain);
  for (const [id, { least = 0, most = least }] of Object.entries(pathway.quotas ?? {})) {
    if (isRead) checkKnown(id, domains, 'a domain of the subjects of this pathway', ['quotas', id], report);
    checkOrder([least, most], ['quotas', id], report);
  }
  if (!pathway.form) checkCoverage(pathway, pack, report);
  checkGate(pathway, pack, report);
  checkUnique(placed(pathway.lessons, 'lessons'), 'lesson', report);
  pathway.lessons?.forEach(({ subject }, i) =>
    checkKnown(subject, pathway.subjects, 'a subject of this pathway', ['lessons', i, 'subject'], report),
  );
  checkRecommendations(pathway, pack, report);
}

function checkOrder([from, to]: readonly [number, number], path: Path, report: Report): void {
  if (from <= to) return;
  report(path, { code: 'out-of-range', reason: `${from} is more than ${to}.`, remedy: 'Write the smaller number first.' });
}

function checkItems(
  ids: readonly string[] | undefined,
  path: Path,
  { subjects }: AuthoredPathway,
  { attempted, unread }: Surroundings,
  report: Report,
): void {
  ids?.forEach((id, i) => {
    const subject = id.split('-')[0] ?? '';
    if (unread.has(subject) || !checkKnown(id, attempted, 'an item of the pack', [...path, i], report)) return;
    if (path[0] !== 'form' || subjects.includes(subject)) return;
    report([...path, i], {
      code: 'unknown-reference',
      reason: `"${id}" is of a subject that the pathway does not have.`,
      remedy: `Add ${subject} to "subjects", or remove the item.`,
    });
  });
}

/** Each level asked of each subject has an item; one at fault counts, since its own fault is told. */
function checkCoverage({ subjects, levels, mode }: AuthoredPathway, pack: Surroundings, report: Report): void {
  const asked = (item: string): boolean => mode === 'learning' || !pack.practice.has(item);
  subjects.forEach((id, i) => {
    const subject = pack.subjects.find((subject) => subject.id === id);
    if (!subject || pack.unread.has(id)) return;
    const [lowest, highest] = levels ?? [1, subject.levels];
    const empty: number[] = [];
    for (let level = lowest; level <= Math.min(highest, subject.levels); level++) {
      if (![...pack.attempted].some((item) => item.startsWith(`${id}-${level}-`) && asked(item))) empty.push(level);
    }
    if (empty.length === 0) return;
    report(['subjects', i], {
      code: 'no-item',
      reason: `${id} has no item at level${empty.length > 1 ? 's' : ''} ${empty.join(', ')}.`,
      remedy: `Write one in subjects/${id}.yaml, or narrow "levels".`,
    });
  });
}

function checkGate(pathway: AuthoredPathway, pack: Surroundings, report: Report): void {
  const { gate } = pathway;
  if (!gate) return;
  checkItems(gate.items, ['gate', 'items'], pathway, pack, report);
  gate.routes.forEach(({ failures, of, pathway: next }, i) => {
    const path = ['gate', 'routes', i];
    checkPathwayId(next, pathway.id, [...path, 'pathway'], pack, report);
    if (of > gate.items.length) {
      report([...path, 'of'], {
        code: 'out-of-range',
        reason: `the gate has ${gate.items.length} items.`,
        remedy: `Write ${gate.items.length} at most.`,
      });
    }
    if (failures > of)
      report([...path, 'failures'], {
        code: 'out-of-range',
        reason: `${failures} of ${of} is not possible.`,
        remedy: `Write ${of} at most.`,
      });
  });
}

function checkPathwayId(id: string | undefined, own: string, path: Path, { pathways }: Surroundings, report: Report): void {
  if (checkKnown(id, pathways, 'a pathway of the pack', path, report) && id === own) {
    report(path, { code: 'unknown-reference', reason: 'a pathway leads to itself.', remedy: 'Name another pathway.' });
  }
}

function checkRecommendations(pathway: AuthoredPathway, pack: Surroundings, report: Report): void {
  checkUnique(placed(pathway.recommendations, 'recommendations'), 'rule', report);
  pathway.recommendations.forEach((rule, i) => {
    const path = ['recommendations', i];
    const { axis, states } = rule.when;
    if (pack.axes) checkKnown(axis, pack.axes, 'an axis of pack.yaml', [...path, 'when', 'axis'], report);
    if ((axis === undefined) !== (states === undefined)) {
      report([...path, 'when'], {
        code: 'missing-field',
        reason: '"axis" and "states" go together.',
        remedy: `Add "${axis === undefined ? 'axis' : 'states'}: …".`,
      });
    }
    checkPathwayId(rule.pathway, pathway.id, [...path, 'pathway'], pack, report);
    if (rule.pathway === undefined && rule.offer === undefined) {
      report(path, { code: 'missing-field', reason: 'the rule recommends nothing.', remedy: 'Add "pathway: …" or "offer: …".' });
    }
  });
}
