import {
  copyEntry,
  createFolder,
  findByPath,
  initialEntries,
  moveEntry,
  renameEntry,
  restoreEntry,
  trashEntry,
  type Entries,
} from '../grading/files/tree.js';
import type { FilesCommand, FilesTask, MailDraft, MailResponse, SentMail, Task, TaskResponse } from '../model/index.js';

/** A response that cannot be replayed: `step` is the index of the action at fault. */
export class ReplayFault extends Error {
  override readonly name = 'ReplayFault';
  constructor(
    message: string,
    readonly remedy: string,
    readonly step: number,
  ) {
    super(message);
  }
}

type AuthoredMail = Partial<Omit<MailResponse, 'sent'>> & {
  readonly sent?: readonly (Partial<SentMail> & Pick<MailDraft, 'to' | 'subject' | 'body'>)[];
};

/** One action of the short form of a files response. */
interface FilesAction {
  readonly move?: string;
  readonly copy?: string;
  readonly rename?: string;
  readonly create?: string;
  readonly trash?: string;
  readonly restore?: string;
  readonly open?: string;
  readonly to?: string | null;
  readonly in?: string | null;
}

/** The response of a task that nobody has touched. */
export function initialResponse(task: Task): TaskResponse {
  switch (task.type) {
    case 'choice':
      return { selected: [] };
    case 'order':
      return { order: task.entries.map(({ id }) => id) };
    case 'match':
      return { groups: {} };
    case 'text':
      return { text: '' };
    case 'mail':
      return { sent: [], opened: [], followed: [], openedFiles: [], moved: {} };
    case 'files':
      return { entries: initialEntries(task), opened: [] };
  }
}

/**
 * The whole response that the short form of an author means; it must fit the schema of the task's responses.
 * @throws {ReplayFault} when an action on files is not possible.
 */
export function expandResponse(task: Task, authored: unknown): TaskResponse {
  switch (task.type) {
    case 'mail': {
      const mail = authored as AuthoredMail;
      const sent = (mail.sent ?? []).map((one): SentMail => ({ cc: [], bcc: [], attachments: [], written: 'free', ...one }));
      return { ...(initialResponse(task) as MailResponse), ...mail, sent };
    }
    case 'files':
      return replay(task, (authored as { readonly do: readonly FilesAction[] }).do);
    default:
      return authored as TaskResponse;
  }
}

const commandOf: Partial<Record<keyof FilesAction, FilesCommand>> = {
  move: 'move',
  copy: 'copy',
  rename: 'rename',
  create: 'create',
  trash: 'delete',
};

function replay(task: FilesTask, actions: readonly FilesAction[]): TaskResponse {
  let entries: Entries = initialEntries(task);
  const opened = new Set<string>();
  actions.forEach((action, step) => {
    const [verb] = Object.keys(action).filter((key) => key !== 'to' && key !== 'in') as (keyof FilesAction)[];
    if (verb === undefined) throw new ReplayFault('no action is named', 'Write move, copy, rename, create, trash, restore or open.', step);
    const command = commandOf[verb];
    if (command && task.commands && !task.commands.includes(command)) {
      throw new ReplayFault(
        `"${verb}" is not possible: the task does not offer the command "${command}"`,
        `Add "${command}" to the task's commands, or remove the action.`,
        step,
      );
    }
    const named = action[verb] ?? '';
    const place = (path: string | null | undefined): string | null => (path == null ? null : nodeAt(entries, path, step));
    try {
      if (verb === 'create') entries = createFolder(entries, named, place(action.in));
      else if (verb === 'restore') entries = restoreEntry(entries, named);
      else {
        const node = nodeAt(entries, named, step);
        if (verb === 'move') entries = moveEntry(entries, node, place(action.to));
        else if (verb === 'copy') entries = copyEntry(entries, node, place(action.to));
        else if (verb === 'rename') entries = renameEntry(entries, node, action.to ?? '');
        else if (verb === 'trash') entries = trashEntry(entries, node);
        else {
          opened.delete(node);
          opened.add(node);
        }
      }
    } catch (error) {
      if (error instanceof ReplayFault || !(error instanceof Error)) throw error;
      throw new ReplayFault(
        `the explorer refuses "${verb}" (${error.message})`,
        'Name what exists at this moment, and a name that is free there.',
        step,
      );
    }
  });
  return { entries, opened: [...opened] };
}

function nodeAt(entries: Entries, path: string, step: number): string {
  const node = findByPath(entries, path);
  if (node) return node.id;
  throw new ReplayFault(
    `"${path}" is neither a node nor a folder at this moment`,
    'Name a node by its id, or a created folder by names from the top: "Logement/2026".',
    step,
  );
}
