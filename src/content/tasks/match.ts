import { checkAllKnown, checkKnown, checkUnique, idsOf, placed } from '../references.js';
import type { CheckTask } from './check.js';

export const check: CheckTask<'match'> = ({ task, rules, responses, report }) => {
  const entries = idsOf(task.entries);
  const groups = idsOf(task.groups);
  checkUnique(placed(task.entries, 'task', 'entries'), 'entry', report);
  checkUnique(placed(task.groups, 'task', 'groups'), 'group', report);
  for (const { rule, path } of rules) {
    checkKnown(rule.group, groups, 'a group of the task', [...path, 'group'], report);
    checkAllKnown(rule.entries, entries, 'an entry of the task', [...path, 'entries'], report);
  }
  for (const { response, path } of responses) {
    for (const [entry, group] of Object.entries(response.groups)) {
      const place = [...path, 'groups', entry];
      if (checkKnown(entry, entries, 'an entry of the task', place, report))
        checkKnown(group, groups, 'a group of the task', place, report);
    }
  }
};
