import type { MailRule, MailTask } from '../../model/index.js';
import type { Report } from '../problems.js';
import { checkAllKnown, checkEach, checkKnown, checkUnique, idsOf, placed } from '../references.js';
import type { Path } from '../source.js';
import type { Checked, CheckTask } from './check.js';

const writing: readonly MailRule['kind'][] = ['mentions', 'avoids', 'filled', 'greeting', 'closing', 'signed', 'plain-style'];

/** The ids of a mailbox, by kind. */
interface Names {
  readonly messages: readonly string[];
  readonly files: readonly string[];
  readonly received: readonly string[];
  readonly links: readonly string[];
}

export const check: CheckTask<'mail'> = (item) => {
  const { task, rules, report } = item;
  const names: Names = {
    messages: idsOf(task.messages),
    files: idsOf(task.files),
    received: task.messages.flatMap(({ attachments }) => idsOf(attachments)),
    links: task.messages.flatMap(({ links }) => idsOf(links)),
  };
  checkTask(task, names, report);
  for (const { rule, path } of rules) checkRule(rule, path, item, names);
  checkResponses(item, names);
  const written = rules.find(({ rule }) => writing.includes(rule.kind));
  if (written && task.compose !== false && !task.blocks) {
    report(['task'], {
      code: 'blocks-missing',
      reason: `the learner has to write (rule "${written.rule.kind}") and there is no assembly mode.`,
      remedy: 'Add "blocks: …": slots with wordings to pick, of which some make a right message.',
      onKey: true,
    });
  }
};

function checkTask(task: MailTask, { messages, files }: Names, report: Report): void {
  checkUnique(placed(task.messages, 'task', 'messages'), 'message', report);
  checkUnique(
    [
      ...placed(task.files, 'task', 'files'),
      ...task.messages.flatMap(({ attachments }, i) => placed(attachments, 'task', 'messages', i, 'attachments')),
    ],
    'file',
    report,
  );
  checkUnique(
    task.messages.flatMap(({ links }, i) => placed(links, 'task', 'messages', i, 'links')),
    'link',
    report,
  );
  checkUnique(placed(task.blocks, 'task', 'blocks'), 'block', report);
  task.blocks?.forEach(({ choices }, i) => checkUnique(placed(choices, 'task', 'blocks', i, 'choices'), 'wording', report));
  const { start } = task;
  if ('message' in start) checkKnown(start.message, messages, 'a message of the task', ['task', 'start', 'message'], report);
  if ('draft' in start)
    checkAllKnown(start.draft?.attachments, files, 'a file of the task', ['task', 'start', 'draft', 'attachments'], report);
}

function checkRule(rule: MailRule, path: Path, { report, readable }: Checked<'mail'>, names: Names): void {
  switch (rule.kind) {
    case 'recipients':
      for (const list of ['only', 'all', 'none'] as const) {
        rule[list]?.forEach((address, i) => {
          if (readable.toLowerCase().includes(address.toLowerCase())) return;
          report([...path, list, i], {
            code: 'unknown-reference',
            reason: `the learner sees "${address}" nowhere.`,
            remedy: 'Correct the address, or give it in the contacts, in a message, in the prompt or in the detail.',
          });
        });
      }
      break;
    case 'attached':
      for (const list of ['only', 'all', 'any', 'none'] as const)
        checkAllKnown(rule[list], names.files, 'a file of the task', [...path, list], report);
      break;
    case 'forwards':
      checkEach(rule.message, names.messages, 'a message of the task', [...path, 'message'], report);
      break;
    case 'answers':
    case 'opened':
      checkKnown(rule.message, names.messages, 'a message of the task', [...path, 'message'], report);
      break;
    case 'opened-file':
      checkKnown(rule.file, names.received, 'a file that came with a message', [...path, 'file'], report);
      break;
    case 'untouched':
      checkAllKnown(rule.links, names.links, 'a link of a message', [...path, 'links'], report);
      checkAllKnown(rule.files, names.received, 'a file that came with a message', [...path, 'files'], report);
      break;
    case 'filed':
    case 'not-forwarded':
      checkAllKnown(rule.messages, names.messages, 'a message of the task', [...path, 'messages'], report);
      break;
    default:
  }
}

function checkResponses({ task, responses, report }: Checked<'mail'>, names: Names): void {
  const sizes = new Map(task.files?.map(({ id, size }) => [id, size]));
  for (const { response, path } of responses) {
    checkAllKnown(response.opened, names.messages, 'a message of the task', [...path, 'opened'], report);
    checkAllKnown(response.followed, names.links, 'a link of a message', [...path, 'followed'], report);
    checkAllKnown(response.openedFiles, names.received, 'a file that came with a message', [...path, 'openedFiles'], report);
    for (const id of Object.keys(response.moved)) checkKnown(id, names.messages, 'a message of the task', [...path, 'moved', id], report);
    response.sent.forEach((mail, i) => {
      const place = [...path, 'sent', i];
      checkAllKnown(mail.attachments, names.files, 'a file of the task', [...place, 'attachments'], report);
      checkKnown(mail.replyTo, names.messages, 'a message of the task', [...place, 'replyTo'], report);
      checkKnown(mail.forwards, names.messages, 'a message of the task', [...place, 'forwards'], report);
      if (task.compose === false) {
        report(place, {
          code: 'impossible-response',
          reason: 'a message is sent where nothing can be written.',
          remedy: 'Remove it, or remove "compose: false".',
        });
      }
      const size = mail.attachments.reduce((total, id) => total + (sizes.get(id) ?? 0), 0);
      if (task.maxSize !== undefined && size > task.maxSize) {
        report([...place, 'attachments'], {
          code: 'impossible-response',
          reason: `the attachments weigh ${size} kB; the mailbox refuses more than ${task.maxSize} kB.`,
          remedy: 'Attach less, or change maxSize or the sizes of the files.',
        });
      }
    });
  }
}
