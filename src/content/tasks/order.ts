import { checkAllKnown, checkUnique, idsOf, placed } from '../references.js';
import type { CheckTask } from './check.js';

export const check: CheckTask<'order'> = ({ task, rules, responses, report }) => {
  const entries = idsOf(task.entries);
  checkUnique(placed(task.entries, 'task', 'entries'), 'entry', report);
  for (const { rule, path } of rules) checkAllKnown(rule.order, entries, 'an entry of the task', [...path, 'order'], report);
  responses.forEach(({ response, path }, i) => {
    checkAllKnown(response.order, entries, 'an entry of the task', [...path, 'order'], report);
    const absent = entries.filter((id) => !response.order.includes(id));
    if (absent.length > 0) {
      report([...path, 'order'], {
        code: 'impossible-response',
        reason: `the order leaves out ${absent.map((id) => `"${id}"`).join(', ')}.`,
        remedy: 'Give the ids of all entries.',
      });
    }
    if (i === 0 && response.order.join('\n') === entries.join('\n')) {
      report(['task', 'entries'], {
        code: 'solved-at-first',
        reason: 'the entries are first shown in the right order.',
        remedy: 'List them in another order in the task.',
      });
    }
  });
};
