import { mentions, sameWords } from '../../../src/grading/index.js';
import type { MailFolder, MailTask, SentMail } from '../../../src/model/index.js';
import { french } from '../../../src/ui/tasks/mail/phrases.js';
import { forwardDraft, initialState, newDraft, replyDraft } from '../../../src/ui/tasks/mail/writing/state.js';
import type { Hands } from '../hands.js';
import type { Solve } from './index.js';

const filing: Readonly<Record<MailFolder, string>> = {
  inbox: french['to-inbox'],
  archive: french['to-archive'],
  junk: french['to-junk'],
  trash: french['to-trash'],
  sent: french.sent,
};

/** Reads, files, opens and writes until the mailbox is as wanted. */
export const mail: Solve<'mail'> = async (hands, task, { opened, openedFiles, moved, sent }) => {
  const box = walkThrough(hands, task);
  for (const id of opened) {
    await box.open(id);
    const files = task.messages.find((message) => message.id === id)?.attachments ?? [];
    for (const [i, file] of files.entries()) {
      if (!openedFiles.includes(file.id)) continue;
      await hands.press(`.sheet .files li:nth-child(${i + 1}) .file`);
      await hands.press('dialog .bar .button');
    }
    const folder = moved[id];
    if (folder) await box.file(id, folder);
  }
  for (const message of sent) await send(hands, task, message, await box.write(message));
};

/** Where the learner is in the mailbox, and the ways from there. */
function walkThrough(hands: Hands, task: MailTask) {
  const place = new Map(task.messages.map(({ id, folder = 'inbox' }) => [id, folder]));
  const { start } = task;
  /** A message, or the composer, or a list. */
  let view = start.view === 'message' || start.view === 'reply' ? start.message : start.view;
  let folder: MailFolder = 'inbox';

  const messageOf = (id: string) => {
    const message = task.messages.find((candidate) => candidate.id === id);
    if (!message) throw new Error(`There is no message ${id}.`);
    return message;
  };

  const open = async (id: string): Promise<void> => {
    if (view === id) return;
    if (view !== 'inbox') {
      folder = place.get(view) ?? 'inbox';
      await hands.press('.back');
    }
    const wanted = place.get(id) ?? 'inbox';
    if (wanted !== folder) await hands.press({ css: '.folders button', text: french[wanted] });
    folder = wanted;
    const row = task.messages.filter((message) => place.get(message.id) === folder).findIndex((message) => message.id === id) + 1;
    await hands.press(`.messages li:nth-child(${row}) .message`);
    view = id;
    await hands.see({ css: 'article .title', text: messageOf(id).subject });
  };

  return {
    open,

    async file(id: string, to: MailFolder): Promise<void> {
      await hands.press({ css: '.filing button', text: filing[to] });
      place.set(id, to);
      view = 'inbox';
      await hands.see('.notice');
    },

    /** Brings the composer on screen; answers with what stands in it. */
    async write({ replyTo, replyAll = false, forwards }: SentMail): Promise<SentMail> {
      const { draft } = initialState(task);
      if (draft && (start.view !== 'reply' || start.message === replyTo)) return draft;
      if (replyTo !== undefined) {
        await open(replyTo);
        await hands.press({ css: '.answers button', text: replyAll ? french.replyAll : french.reply });
        return replyDraft(task, messageOf(replyTo), replyAll);
      }
      if (forwards !== undefined) {
        await open(forwards);
        await hands.press({ css: '.answers button', text: french.forward });
        return forwardDraft(messageOf(forwards));
      }
      if (view !== 'inbox') await hands.press('.back');
      await hands.press({ css: '.bar .button', text: french.write });
      return newDraft();
    },
  };
}

/** Makes the message that is begun into the one wanted, and sends it. */
async function send(hands: Hands, task: MailTask, wanted: SentMail, begun: SentMail): Promise<void> {
  for (const field of ['to', 'cc', 'bcc'] as const) await address(hands, task, field, wanted[field], begun[field]);
  if (wanted.written === 'blocks') await assemble(hands, task, wanted);
  else {
    if (!sameWords(wanted.subject, begun.subject)) await hands.write('#subject', wanted.subject);
    if (!sameWords(wanted.body, begun.body)) await hands.write('#body', wanted.body);
  }
  for (const { id, name } of task.files ?? []) {
    const [is, was] = [wanted, begun].map(({ attachments }) => attachments.includes(id));
    if (was && !is) await hands.press({ css: '.attachments .remove', text: `Retirer ${name}` });
    if (!is || was) continue;
    await hands.press('.attach');
    await hands.press({ css: 'dialog .join', text: `${french.attachThis} ${name}` });
  }
  await hands.press('.send');
  await hands.see({ css: '.sent .title', text: french.wasSent });
}

async function address(
  hands: Hands,
  task: MailTask,
  field: 'to' | 'cc' | 'bcc',
  wanted: readonly string[],
  begun: readonly string[],
): Promise<void> {
  const extra = begun.findIndex((each) => !wanted.includes(each)) + 1;
  if (extra) {
    await hands.press(`.cell:has(#${field}) .chips li:nth-child(${extra}) .remove`);
    return address(hands, task, field, wanted, begun.toSpliced(extra - 1, 1));
  }
  for (const each of wanted.filter((one) => !begun.includes(one))) {
    if (!(await hands.has(`#${field}`))) await hands.press({ css: '.tools .button', text: french.addCopies });
    const contact = (task.contacts ?? []).findIndex((one) => one.address === each) + 1;
    if (contact) {
      await hands.press({ css: '.tools .button', text: `${french.contacts} (${french[field]})` });
      await hands.press(`dialog li:nth-child(${contact}) .contact`);
    } else {
      await hands.write(`#${field}`, each);
      await hands.enter();
    }
  }
}

/** Picks the sentence of each list that is in the message wanted. */
async function assemble(hands: Hands, { blocks = [] }: MailTask, { subject, body }: SentMail): Promise<void> {
  await hands.press({ css: '.ways button', text: french.blocks });
  for (const [i, { choices }] of blocks.entries()) {
    const pick = choices.findIndex(({ text }) => mentions(`${subject} ${body}`, [[text]])) + 1;
    if (pick) await hands.choose(`.block:nth-of-type(${i + 1}) .pick:nth-of-type(${pick}) input`);
  }
}
