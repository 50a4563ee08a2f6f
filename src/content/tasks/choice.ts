import { checkAllKnown, checkUnique, idsOf, placed } from '../references.js';
import type { CheckTask } from './check.js';

export const check: CheckTask<'choice'> = ({ task, rules, responses, report }) => {
  const options = idsOf(task.options);
  checkUnique(placed(task.options, 'task', 'options'), 'option', report);
  for (const { rule, path } of rules) {
    for (const list of ['only', 'all', 'none'] as const)
      checkAllKnown(rule[list], options, 'an option of the task', [...path, list], report);
  }
  for (const { response, path } of responses) {
    checkAllKnown(response.selected, options, 'an option of the task', [...path, 'selected'], report);
    if (!task.multiple && response.selected.length > 1) {
      report([...path, 'selected'], {
        code: 'impossible-response',
        reason: 'several options are chosen where one answer is possible.',
        remedy: 'Choose one, or add "multiple: true" to the task.',
      });
    }
  }
};
