import type { PackSubject, Text } from '../model/index.js';
import type { AuthoredItem, AuthoredPack, AuthoredSubject } from './authored.js';
import { compileItem, type CompiledItem } from './compile-item.js';
import { compileFile, idOf, type File } from './file.js';
import type { Report } from './problems.js';
import { checkKnown, idsOf } from './references.js';
import type { Path } from './source.js';

/**
 * Compiles a subject and those of its items that fit the schema; reports everything else.
 * @param pack pack.yaml, when it can be used.
 */
export async function compileSubject(file: File, pack: AuthoredPack | undefined): Promise<{ subject: PackSubject; items: CompiledItem[] }> {
  const { source, faults, report } = file;
  const { items: authored, ...head } = source.data as Partial<AuthoredSubject>;
  const isSound = (...base: Path): boolean => !faults.some((fault) => base.every((step, i) => fault[i] === step));
  const own = faults.every(([field]) => field === 'items');
  const texts = own ? (compileFile(file, head) as Omit<PackSubject, 'id' | 'levels'> & { readonly levels: readonly Text[] }) : undefined;
  const id = idOf(file);
  const subject: PackSubject = {
    id,
    title: texts?.title ?? '',
    domain: typeof head.domain === 'string' ? head.domain : '',
    alignments: texts?.alignments ?? [],
    levels: Array.isArray(head.levels) ? head.levels.length : 0,
    strength: texts?.strength ?? '',
    toWorkOn: texts?.toWorkOn ?? '',
    ...(texts?.unscored && { unscored: true }),
  };
  if (pack && typeof head.domain === 'string') checkKnown(head.domain, idsOf(pack.domains), 'a domain of pack.yaml', ['domain'], report);
  const sound = (Array.isArray(authored) ? authored : [])
    .map((item: AuthoredItem, i) => ({ item, i }))
    .filter(({ i }) => isSound('items', i));
  const items = await Promise.all(
    sound.map(({ item, i }) => {
      const at: Report = (path, finding) => report(['items', i, ...path], { ...finding, reason: `${item.id}: ${finding.reason}` });
      const isPlaced = checkItemPlace(item, id, subject.levels, at);
      return compileItem(id, item, isPlaced ? pack?.defaults : undefined, at);
    }),
  );
  return { subject, items };
}

/** An item's id and levels fit its subject; returns whether its level is one of the subject's (of which 0 are known). */
function checkItemPlace({ id, level, harder, easier }: AuthoredItem, subject: string, levels: number, report: Report): boolean {
  const isLevel = (value: number): boolean => levels === 0 || value <= levels;
  const prefix = `${subject}-${level}-`;
  if (subject && isLevel(level) && !id.startsWith(prefix)) {
    report(['id'], {
      code: 'wrong-id',
      reason: `the id of an item of ${subject} at level ${level} begins with "${prefix}".`,
      remedy: `Write ${prefix}${id.split('-').slice(2).join('-')}, or correct the level.`,
    });
  }
  for (const [path, value] of [
    [['level'], level],
    [['harder', 'level'], harder?.level ?? 1],
    [['easier', 'level'], easier?.level ?? 1],
  ] as const) {
    if (isLevel(value)) continue;
    report(path, {
      code: 'out-of-range',
      reason: `there is no level ${value}: the subject has ${levels === 1 ? 'one level' : `levels 1 to ${levels}`}.`,
      remedy: 'Correct the level, or describe it under "levels".',
    });
  }
  return isLevel(level);
}
