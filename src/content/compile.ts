import type { Item, Pack, PackSubject, Pathway } from '../model/index.js';
import type { AuthoredPack, AuthoredPathway, AuthoredSubject } from './authored.js';
import { checkPathway } from './check-pathway.js';
import { checkRecommendations } from './check-recommendations.js';
import { checkToldAnswers } from './check-told-answers.js';
import { compileSubject } from './compile-subject.js';
import { checkFiction } from './fiction.js';
import { compileFile, idOf, isRecord, itemIds, readFile, type File } from './file.js';
import { sortProblems, type Problem, type Report } from './problems.js';
import { checkRealNames } from './real-names.js';
import { checkKnown, checkUnique, idsOf, placed } from './references.js';
import { checkThresholds } from './thresholds.js';

/** A compiled pack, and everything that is to be corrected in it. */
export interface CompiledPack {
  readonly index: Pack;
  readonly items: readonly Item[];
  /** Sorted by place. The pack is fit for use when none is an error. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles the authored files of a pack: `pack.yaml`, `subjects/<ID>.yaml`, `pathways/<id>.yaml`.
 *
 * Reports all problems at once and compiles what is sound, whatever else is missing. Pure but for fetching the code that
 * grades; never throws for what an author wrote.
 * @param sources texts of the files by their paths inside the pack, with `/`.
 */
export async function compilePack(sources: ReadonlyMap<string, string>): Promise<CompiledPack> {
  const problems: Problem[] = [];
  const files = [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([path, text]) => readFile(path, text, problems) ?? []);
  const subjectFiles = files.filter(({ kind, source }) => kind === 'subject' && isRecord(source.data));
  const pathwayFiles = files.filter(({ kind, source }) => kind === 'pathway' && isRecord(source.data));
  const packFile = files.find(({ kind }) => kind === 'pack');
  if (!sources.has('pack.yaml')) {
    const remedy = 'Add pack.yaml beside the folders "subjects" and "pathways".';
    problems.push({
      file: 'pack.yaml',
      line: 1,
      column: 1,
      code: 'missing-file',
      reason: 'there is no such file.',
      remedy,
      severity: 'error',
    });
  }
  const authored = packFile?.faults.length === 0 ? (packFile.source.data as AuthoredPack) : undefined;

  const compiled = await Promise.all(subjectFiles.map((file) => compileSubject(file, authored)));
  const subjects = compiled.map(({ subject }) => subject);
  const items = compiled.flatMap(({ items }) => items);
  const soundPathways = pathwayFiles.filter(({ faults }) => faults.length === 0);
  const index = inOrder({
    format: 1,
    ...(packFile && authored ? header(packFile) : noHeader),
    subjects,
    items: items.map(({ entry }) => entry),
    pathways: soundPathways.map((file) => compileFile(file) as Pathway),
  });

  // A file that cannot be read is one problem: references to what it holds are not others.
  const subjectIds = [...new Set([...idsOf(subjects), ...namesIn('subjects', sources)])];
  const read = subjectFiles.filter(({ source }) => Array.isArray((source.data as Partial<AuthoredSubject>).items));
  const unread = new Set(namesIn('subjects', sources).filter((name) => !read.some(({ source }) => nameOf(source.file) === name)));
  if (packFile && authored) {
    checkPack(authored, subjects, subjectIds, packFile.report);
    checkThresholds(authored.thresholds ?? {}, subjects, unread, packFile.report);
  }
  checkItemIds(subjectFiles);
  const surroundings = {
    pathways: [...new Set([...pathwayFiles.map(idOf), ...namesIn('pathways', sources)])],
    subjectIds,
    axes: authored && idsOf(authored.axes),
    subjects,
    attempted: new Set(subjectFiles.flatMap(itemIds).filter((id) => id !== undefined)),
    practice: new Set(idsOf(index.items.filter(({ practice }) => practice))),
    unread,
  };
  for (const { source, report } of soundPathways) checkPathway(source.data as AuthoredPathway, surroundings, report);
  const placedPathways = soundPathways.map(({ source, report }) => ({ pathway: source.data as AuthoredPathway, report }));
  checkToldAnswers(placedPathways, index.items);
  const around = { axes: index.axes, subjects, pathways: placedPathways.map(({ pathway }) => pathway) };
  for (const { pathway, report } of placedPathways) checkRecommendations(pathway, around, report);
  for (const file of [...subjectFiles, ...pathwayFiles]) checkFileName(file);
  for (const { source, report } of files) checkFiction(source.data, report);
  for (const { source, report } of subjectFiles) checkRealNames(source.data, report);

  const rank = new Map(index.items.map(({ id }, i) => [id, i]));
  const openingIds = new Set(index.pathways.map(({ gate }) => gate?.items[0]));
  const opening = items.map(({ item }) => item).filter(({ id }) => openingIds.has(id));
  return {
    index: { ...index, ...(opening.length > 0 && { opening }) },
    items: items.map(({ item }) => item).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)),
    problems: sortProblems(problems),
  };
}

const nameOf = (path: string): string => path.replace(/^.*\/|\.yaml$/g, '');

/** The names, without .yaml, of the files of a folder. */
const namesIn = (folder: string, sources: ReadonlyMap<string, string>): string[] =>
  [...sources.keys()].filter((path) => path.startsWith(`${folder}/`)).map(nameOf);

type Header = Omit<Pack, 'format' | 'subjects' | 'items' | 'pathways'>;

const noHeader: Header = { id: '', version: '0.0.0', language: 'fr', title: '', licence: '', cuts: [0.5, 0.8], domains: [], axes: [] };

function header(file: File): Header {
  const { id, version, language, title, licence, cuts, thresholds, domains, axes } = compileFile(file) as Pack;
  return { id, version, language, title, licence, cuts, ...(thresholds && { thresholds }), domains, axes };
}

/** Subjects in the order of the axes, then by id; items in the order of subjects and levels. */
function inOrder(index: Pack): Pack {
  const wanted = [...new Set([...index.axes.flatMap(({ subjects }) => subjects), ...idsOf(index.subjects)])];
  const rank = (id: string): number => wanted.indexOf(id);
  return {
    ...index,
    subjects: [...index.subjects].sort((a, b) => rank(a.id) - rank(b.id)),
    items: [...index.items].sort((a, b) => rank(a.subject) - rank(b.subject) || a.level - b.level),
  };
}

function checkPack(
  { domains, axes, cuts: [low, high] }: AuthoredPack,
  subjects: readonly PackSubject[],
  subjectIds: readonly string[],
  report: Report,
): void {
  checkUnique(placed(domains, 'domains'), 'domain', report);
  checkUnique(placed(axes, 'axes'), 'axis', report);
  axes.forEach(({ subjects: ids }, i) => {
    ids.forEach((id, j) => checkKnown(id, subjectIds, 'a subject of the pack', ['axes', i, 'subjects', j], report));
  });
  if (low >= high) {
    report(['cuts'], {
      code: 'out-of-range',
      reason: 'the first limit is not below the second.',
      remedy: 'Write them in order, such as [0.5, 0.8].',
    });
  }
  for (const { id, unscored } of subjects) {
    if (unscored || axes.some(({ subjects: ids }) => ids.includes(id))) continue;
    report(['axes'], {
      code: 'subject-without-axis',
      reason: `the subject ${id} is on no axis: the result does not show it.`,
      remedy: 'Add it to an axis, or write "unscored: true" in its file.',
      severity: 'warning',
      onKey: true,
    });
  }
}

/** Ids of items are unique in the pack. */
function checkItemIds(files: readonly File[]): void {
  const owners = new Map<string, string>();
  for (const file of files) {
    itemIds(file).forEach((id, i) => {
      if (id === undefined) return;
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, file.source.file);
      else
        file.report(['items', i, 'id'], {
          code: 'repeated-id',
          reason: `another item, in ${owner}, has the id "${id}".`,
          remedy: 'Give one of them another id.',
        });
    });
  }
}

/** A file has the name of what it holds: so no two hold the same. */
function checkFileName(file: File): void {
  const name = nameOf(file.source.file);
  const id = idOf(file);
  if (id === '' || id === name) return;
  file.report(['id'], {
    code: 'wrong-id',
    reason: `the id is "${id}" and the file is ${file.source.file}.`,
    remedy: `Write "id: ${name}", or rename the file ${id}.yaml.`,
  });
}
