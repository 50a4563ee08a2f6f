import { grade } from '../grading/index.js';
import type { Grade, Item, MailBlock, MailResponse, MailTask } from '../model/index.js';
import type { PlacedResponse } from './placed-responses.js';
import type { Report } from './problems.js';
import { initialResponse } from './responses.js';

/**
 * Proves by grading that an item measures something, and reports what does not hold: its solution (the first response)
 * passes, its traps and an untouched task do not, what shows another level can be there and not be there, and a mail can
 * be assembled.
 */
export async function prove(item: Item, responses: readonly PlacedResponse[], report: Report): Promise<void> {
  try {
    const solved = await proveResponses(item, responses, report);
    const untouched = await grade(item, initialResponse(item.task));
    if (untouched.second && !untouched.passed)
      report(['easier'], {
        code: 'untouched-shows-easier',
        reason: 'a learner who does nothing shows the easier level.',
        remedy: 'Name a criterion that asks for something to be done.',
      });
    if (untouched.passed) {
      report(['criteria'], {
        code: 'untouched-passes',
        reason: 'a learner who does nothing passes.',
        remedy: 'Add a criterion that asks for something to be done, with "critical: true".',
        onKey: true,
      });
    }
    const [solution] = responses;
    if (item.task.type === 'mail' && solution && solved) await proveBlocks(item, item.task, solution.response as MailResponse, report);
  } catch (error) {
    report(['criteria'], {
      code: 'grading-fails',
      reason: `grading stops: ${String(error)}.`,
      remedy: 'Correct the criteria; if they are right, tell the maintainers.',
      onKey: true,
    });
  }
}

/** Returns whether the solution passes. */
async function proveResponses(item: Item, responses: readonly PlacedResponse[], report: Report): Promise<boolean> {
  let solved = true;
  const easier = { shown: 0, missed: 0 };
  for (const { response, role, why, path } of responses) {
    const { passed, second, criteria } = await grade(item, response);
    const unmet = criteria.filter(({ met }) => !met).map(({ id }) => `"${id}"`);
    if (role === 'trap') {
      if (!passed && second !== undefined) easier[second ? 'shown' : 'missed']++;
      if (passed)
        report(path, {
          code: 'trap-passes',
          reason: `the trap "${why}" passes${unmet.length > 0 ? `, although ${unmet.join(', ')} is not met` : ''}.`,
          remedy: 'Add a criterion that it misses, or mark the one it misses with "critical: true".',
        });
    } else if (!passed) {
      if (role === 'solution') solved = false;
      report(path, {
        code: `${role}-fails`,
        reason: `${role === 'solution' ? 'the solution' : `"${why}"`} does not pass: ${unmet.join(', ')} not met.`,
        remedy: `Correct ${role === 'solution' ? 'the solution' : 'this response'}, or the rules of these criteria.`,
      });
    } else if (second === (role === 'missed')) {
      report(
        path,
        second
          ? {
              code: 'missed-shows-harder',
              reason: `"${why}" shows the harder level.`,
              remedy: 'Correct this response, or the criteria named under "harder".',
            }
          : {
              code: 'solution-not-harder',
              reason: `the solution does not show the harder level: ${unmet.join(', ')} not met.`,
              remedy: 'Correct the solution, or the criteria named under "harder".',
            },
      );
    }
  }
  proveBothWays(item, responses, easier, report);
  return solved;
}

/** Another level is observed only if responses can show it and can miss it. */
function proveBothWays(
  { harder, easier }: Item,
  responses: readonly PlacedResponse[],
  counts: { readonly shown: number; readonly missed: number },
  report: Report,
): void {
  if (easier && counts.shown === 0)
    report(['easier'], {
      code: 'easier-unproven',
      reason: 'no trap shows the easier level: nothing proves that the item tells the two levels apart.',
      remedy: 'Add a trap that misses the item and meets the criteria named here.',
    });
  if (easier && counts.missed === 0)
    report(['easier'], {
      code: 'easier-always',
      reason: 'every trap shows the easier level: nothing proves that one can miss it.',
      remedy: 'Add a trap that meets neither the item nor the criteria named here.',
      severity: 'warning',
    });
  if (harder && !responses.some(({ role }) => role === 'missed'))
    report(['harder'], {
      code: 'harder-unproven',
      reason: 'nothing proves that one can pass the item without showing the harder level.',
      remedy: 'Add under "missed" a response that passes and misses a criterion named here.',
      severity: 'warning',
    });
}

/** A choice of wordings, one for each block, in order. */
type Wordings = readonly string[];

/** Every choice of wordings, once. */
function* combinations(blocks: readonly MailBlock[]): Generator<Wordings> {
  const [first, ...others] = blocks;
  if (!first) yield [];
  else for (const rest of combinations(others)) for (const { text } of first.choices) yield [text, ...rest];
}

/**
 * Some choices of wordings that lead uphill: each block in turn takes the wording that meets most criteria.
 * It finds what passes in a few steps; a block whose right wording depends on another's may need {@link combinations}.
 */
async function* uphill(blocks: readonly MailBlock[], worth: (wordings: Wordings) => Promise<number>): AsyncGenerator<Wordings> {
  let best = blocks.map(({ choices }) => choices[0]?.text ?? '');
  let highest = await worth(best);
  for (const [i, { choices }] of blocks.entries()) {
    for (const { text } of choices) {
      const next = best.with(i, text);
      yield next;
      const height = await worth(next);
      if (height > highest) [best, highest] = [next, height];
    }
  }
}

// Where no wording is right, trying all of them could take minutes.
const most = 2_000;

/** The assembly mode measures the same: some wordings make a message that passes, others do not. */
async function proveBlocks(item: Item, { blocks = [] }: MailTask, solution: MailResponse, report: Report): Promise<void> {
  const mail = solution.sent.at(-1);
  if (blocks.length === 0 || !mail) return;
  const join = (texts: Wordings, part: MailBlock['part'], free: string): string =>
    blocks.some((block) => block.part === part)
      ? texts.filter((_, i) => blocks[i]?.part === part).join(part === 'subject' ? ' ' : '\n\n')
      : free;
  const known = new Map<string, Promise<Grade>>();
  const gradeOf = (texts: Wordings): Promise<Grade> => {
    const [subject, body] = [join(texts, 'subject', mail.subject), join(texts, 'body', mail.body)];
    const sent = { ...mail, written: 'blocks' as const, subject, body };
    const key = JSON.stringify([subject, body]);
    const found = known.get(key) ?? grade(item, { ...solution, sent: [...solution.sent.slice(0, -1), sent] });
    known.set(key, found);
    return found;
  };
  const worth = async (texts: Wordings): Promise<number> => (await gradeOf(texts)).criteria.filter(({ met }) => met).length;
  let passes = false;
  let fails = false;
  let count = 0;
  const settled = async (texts: Wordings): Promise<boolean> => {
    if ((await gradeOf(texts)).passed) passes = true;
    else fails = true;
    return (passes && fails) || ++count === most;
  };
  for await (const texts of uphill(blocks, worth)) if (await settled(texts)) return;
  for (const texts of combinations(blocks)) if (await settled(texts)) break;
  if (!passes) {
    report(['task', 'blocks'], {
      code: 'blocks-fail',
      reason: 'no choice of wordings makes a message that passes.',
      remedy: 'Offer, in each slot, a wording that meets the criteria.',
      onKey: true,
    });
  } else if (!fails) {
    report(['task', 'blocks'], {
      code: 'blocks-pass',
      reason: 'every choice of wordings makes a message that passes.',
      remedy: 'Offer wordings that miss a criterion.',
      onKey: true,
    });
  }
}
