import { html, nothing, type TemplateResult } from 'lit';
import type { MailLink, MailMessage } from '../../../model/index.js';
import { icon } from '../../parts/icon.js';
import { wording } from '../../parts/rich-text.js';
import { file, followLink, go, openFile, openList, takeBack, write } from './actions.js';
import { paths } from './icons.js';
import type { Mailbox } from './mailbox.js';
import { addressees, back, command, fileButton, person } from './parts.js';
import { folderOf, forwardDraft, othersOf, replyDraft } from './state.js';

/** A link says where it leads before it can be followed, and leads nowhere. */
function link(x: Mailbox, { id, label, target }: MailLink): TemplateResult {
  const shown = x.screen.link === id;
  const toggle = (): void => x.show({ link: shown ? undefined : id, notice: undefined });
  return html`<li>
    <button class="link" id="link-${id}" aria-expanded=${shown ? 'true' : 'false'} @click=${toggle}>
      ${icon(paths.link)}<span>${label}</span>
    </button>
    <div class="leads" ?hidden=${!shown}>
      <p role="status">${shown ? html`${x.text('leadsTo')} <strong class="target" translate="no">${target}</strong>` : nothing}</p>
      ${
        x.disabled
          ? nothing
          : html`<div class="flex">
              ${command(x, 'follow', 'link', () => followLink(x, id))}
              ${command(x, 'leave', 'close', () => x.show({ link: undefined }, `#link-${id}`))}
            </div>`
      }
    </div>
  </li>`;
}

/** What a received message says: text, links, files. */
export function content(x: Mailbox, { body, links = [], attachments = [] }: MailMessage): TemplateResult {
  return html`<div class="body">${wording(body, x.voice)}</div>
    ${
      links.length
        ? html`<ul class="links">
            ${links.map((each) => link(x, each))}
          </ul>`
        : nothing
    }
    ${
      attachments.length
        ? html`<ul class="flex files" aria-label=${x.text('attachments')}>
            ${attachments.map((each) => html`<li>${fileButton(x, each, () => openFile(x, each))}</li>`)}
          </ul>`
        : nothing
    }`;
}

function commands(x: Mailbox, message: MailMessage): TemplateResult | typeof nothing {
  if (x.disabled) return nothing;
  const folder = folderOf(x.state, message);
  const others = othersOf(x.task, message).filter(({ address }) => address !== message.from.address);
  return html`${
      x.task.compose === false
        ? nothing
        : html`<div class="flex bar answers">
            ${command(x, 'reply', 'reply', () => write(x, replyDraft(x.task, message, false)), 'small primary')}
            ${others.length ? command(x, 'replyAll', 'replyAll', () => write(x, replyDraft(x.task, message, true))) : nothing}
            ${command(x, 'forward', 'forward', () => write(x, forwardDraft(message)))}
          </div>`
    }
    <div class="flex strip filing">
      ${folder === 'inbox' || folder === 'sent' ? nothing : command(x, 'toInbox', 'inbox', () => file(x, message, 'inbox'))}
      ${folder === 'archive' ? nothing : command(x, 'toArchive', 'archive', () => file(x, message, 'archive'))}
      ${folder === 'junk' || folder === 'sent' ? nothing : command(x, 'toJunk', 'junk', () => file(x, message, 'junk'))}
      ${folder === 'trash' ? nothing : command(x, 'toTrash', 'trash', () => file(x, message, 'trash'))}
    </div>`;
}

/** A received message. */
export function messageView(x: Mailbox, message: MailMessage): TemplateResult {
  const { from, to = [x.task.account], cc = [], date, subject } = message;
  const folder = folderOf(x.state, message);
  const addresses = (list: typeof to): string[] => list.map(({ address }) => address);
  return html`<div class="flex bar">${back(x.text(folder), () => openList(x, folder))}</div>
    <article class="sheet" aria-labelledby="title">
      <h3 class="title" id="title" tabindex="-1">${subject || x.text('noSubject')}</h3>
      <div class="flex tall head">
        <span class="visually-hidden">${x.text('from')}</span>${person(from)}<span class="date muted">${date}</span>
      </div>
      ${addressees(x, { to: addresses(to), cc: addresses(cc), bcc: [] })} ${content(x, message)}
    </article>
    ${commands(x, message)}`;
}

/** A message that the learner sent. */
export function sentView(x: Mailbox, index: number, fresh: boolean): TemplateResult | typeof nothing {
  const mail = x.state.sent[index];
  if (!mail) return nothing;
  const joined = x.task.files?.filter(({ id }) => mail.attachments.includes(id)) ?? [];
  const original = x.task.messages.find(({ id }) => id === mail.forwards);
  return html`<div class="flex bar">${back(x.text('sent'), () => openList(x, 'sent'))}</div>
    <div class=${fresh ? 'flex bar sent fresh' : 'flex bar sent'}>
      <h3 class="title" tabindex="-1">${icon(paths.check, 24)}<span>${x.text('wasSent')}</span></h3>
      ${x.disabled ? nothing : command(x, 'edit', 'write', () => takeBack(x, index))}
    </div>
    <article class="sheet" aria-label=${x.text('wasSent')}>
      ${addressees(x, mail)}
      <p class="about">${mail.subject || x.text('noSubject')}</p>
      <div class="body typed">${mail.body}</div>
      ${original ? html`<blockquote>${content(x, original)}</blockquote>` : nothing}
      ${
        joined.length
          ? html`<ul class="flex files" aria-label=${x.text('attachments')}>
              ${joined.map((each) => html`<li>${fileButton(x, each, () => x.show({ panel: { kind: 'preview', file: each } }))}</li>`)}
            </ul>`
          : nothing
      }
    </article>`;
}

/** Going back from the composer: to the message that is answered, else to the list. */
export function leaveComposer(x: Mailbox): void {
  const about = x.state.draft?.replyTo ?? x.state.draft?.forwards;
  if (about === undefined) openList(x);
  else go(x, { name: 'message', id: about });
}
