import { pickText, plainText, type Item, type OtherLevel, type PackItem, type TaskType, type Text } from '../model/index.js';
import type { AuthoredItem, AuthoredLevel, AuthoredPack } from './authored.js';
import { compileAuthored } from './compile-authored.js';
import { suggest } from './near.js';
import type { Report } from './problems.js';
import { expandResponses, writtenResponses } from './placed-responses.js';
import { prove } from './prove.js';
import { idsOf } from './references.js';
import { initialResponse } from './responses.js';
import { compileTexts } from './schema-walk.js';
import { sentences } from './sentences.js';
import type { CheckTask } from './tasks/check.js';
import { taskChecks } from './tasks/index.js';

/** An item in the two forms a pack has of it: what the engine needs, and the whole. */
export interface CompiledItem {
  readonly entry: PackItem;
  readonly item: Item;
}

/** Compiles one item that fits its schema, and proves that it measures something: its solution passes, its traps and doing nothing do not. */
export async function compileItem(
  subject: string,
  authored: AuthoredItem,
  defaults: AuthoredPack['defaults'] | undefined,
  report: Report,
): Promise<CompiledItem> {
  const {
    situation,
    prompt,
    detail,
    task: plainTask,
    criteria,
    hint,
    explanation,
    threshold,
  } = compileTexts('subject.schema.json', 'item', authored, (kind, value, path) =>
    compileAuthored(kind, value, (finding) => report(path, finding)),
  ) as Omit<Item, 'task'> & { task: object };
  const { id, type, level, harder, easier, modes, practice } = authored;
  const task = { type, ...plainTask } as Item['task'];
  checkReadings({ prompt, detail, hint, explanation }, report);
  checkSituation(situation, report);
  checkCriteria(authored, report);
  checkLevels(authored, report);

  const written = writtenResponses(authored);
  const responses = expandResponses(task, written, report);
  const item: Item = {
    id,
    situation,
    prompt,
    ...(detail !== undefined && { detail }),
    task,
    hint,
    criteria,
    ...(threshold !== undefined && { threshold }),
    ...(harder && { harder: harder.criteria }),
    ...(easier && { easier: easier.criteria }),
    explanation,
    solution: responses[0]?.response ?? initialResponse(task),
  };
  if (responses.length === written.length) {
    const rules = criteria.map(({ rule }, i) => ({ rule, path: ['criteria', i, 'rule'] }));
    const readable = JSON.stringify([authored.prompt, authored.detail, authored.task]);
    // What names nothing cannot be graded: its failure would be a second word on the same fault.
    let sound = true;
    const note: Report = (path, finding) => {
      sound = false;
      report(path, finding);
    };
    (taskChecks[type] as CheckTask<TaskType>)({ task, rules, responses, readable, report: note });
    if (sound) await prove(item, responses, report);
  }

  const standard = defaults?.[type];
  const seconds = authored.seconds ?? standard?.seconds[level - 1];
  if (
    defaults &&
    (seconds === undefined || (authored.guess ?? standard?.guess) === undefined || (authored.slip ?? standard?.slip) === undefined)
  ) {
    report(['type'], {
      code: 'default-missing',
      reason: `pack.yaml has no default for "${type}" at level ${level}.`,
      remedy: `Add it under "defaults", or give guess, slip and seconds here.`,
    });
  }
  const chances = { guess: authored.guess ?? standard?.guess ?? 0, slip: authored.slip ?? standard?.slip ?? 0 };
  const entry: PackItem = {
    id,
    subject,
    level,
    type,
    ...chances,
    seconds: seconds ?? 60,
    ...(harder && { harder: otherLevel(harder, chances) }),
    ...(easier && { easier: otherLevel(easier, chances) }),
    ...(modes && modes.length < 4 && { modes }),
    ...(practice && { practice }),
  };
  return { entry, item };
}

/** Another level with its own chances, or those of the item. */
const otherLevel = ({ level, guess, slip }: AuthoredLevel, own: { readonly guess: number; readonly slip: number }): OtherLevel => ({
  level,
  guess: guess ?? own.guess,
  slip: slip ?? own.slip,
});

const longest = 15;

/** A reading that is too hard: sentences of the simplified reading, or of a text that has none, over 15 words. */
function checkReadings(texts: Readonly<Record<string, Text | undefined>>, report: Report): void {
  for (const [field, text] of Object.entries(texts)) {
    if (text === undefined) continue;
    for (const register of ['vous', 'tu'] as const) {
      const long = sentences(pickText(text, { language: 'fr', register, reading: 'simple' })).find(({ words }) => words > longest);
      if (!long) continue;
      report([field, 'simple'], {
        code: 'long-sentence',
        reason: `"${long.text.slice(0, 40)}…" has ${long.words} words in the simplified reading.`,
        remedy: `Write "simple" with sentences of ${longest} words at most, one idea each.`,
        severity: 'warning',
      });
      break;
    }
  }
}

function checkSituation(situation: Text, report: Report): void {
  const words = plainText(pickText(situation, { language: 'fr', register: 'vous', reading: 'standard' }))
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length <= 5) return;
  report(['situation'], {
    code: 'long-situation',
    reason: `the situation has ${words.length} words.`,
    remedy: 'Say it in 5 words at most.',
    severity: 'warning',
  });
}

function checkLevels({ level, criteria, ...others }: AuthoredItem, report: Report): void {
  for (const name of ['harder', 'easier'] as const) {
    const other = others[name];
    if (!other) continue;
    if (name === 'harder' ? other.level <= level : other.level >= level)
      report([name, 'level'], {
        code: 'not-another-level',
        reason: `level ${other.level} is not ${name} than the item's own, ${level}.`,
        remedy: 'Give the other level that these criteria show.',
      });
    other.criteria.forEach((id, i) => {
      if (!criteria.some((criterion) => criterion.id === id))
        report([name, 'criteria', i], {
          code: 'unknown-criterion',
          reason: `this item has no criterion "${id}".`,
          remedy: suggest(id, idsOf(criteria), 'Its criteria'),
        });
    });
    if (other.criteria.length === criteria.length)
      report([name, 'criteria'], {
        code: 'all-criteria',
        reason: 'all criteria are named: nothing is left to tell the two levels apart.',
        remedy: 'Name only those that show the other level.',
      });
  }
}

function checkCriteria({ criteria, threshold = 0.75 }: AuthoredItem, report: Report): void {
  const seen = new Set<string>();
  criteria.forEach(({ id }, i) => {
    if (seen.has(id))
      report(['criteria', i, 'id'], {
        code: 'repeated-id',
        reason: `two criteria have the id "${id}".`,
        remedy: 'Give one of them another id.',
      });
    seen.add(id);
  });
  const weights = criteria.map(({ weight = 1 }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (criteria.some(({ critical }) => critical) || total - Math.max(...weights) < threshold * total - 1e-9) return;
  report(['criteria'], {
    code: 'nothing-critical',
    reason: 'a response passes whichever criterion it misses.',
    remedy: 'Mark what matters most with "critical: true".',
    severity: 'warning',
    onKey: true,
  });
}
