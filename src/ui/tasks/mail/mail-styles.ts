import { css } from 'lit';

/** The look of the mailbox: a calm card, generous targets, one column at every width. The composer has its own sheet. */
export const mailStyles = css`
  :host {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  .box,
  dialog {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    overflow: clip;
  }
  h3,
  ul,
  fieldset,
  legend,
  .notice p,
  .waiting p,
  .to {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  button:not(.button) {
    min-height: 44px;
    padding: 0.3em 0.7em;
    border: 1px solid transparent;
    border-radius: 10px;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .box > * + *,
  li + li:not(.chip),
  .original,
  .attachments,
  .foot {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    border-block-end: 1px solid var(--_line);
  }
  .flex,
  .chip,
  .contact,
  .file,
  .link,
  .folders button,
  .fresh .title {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .flex {
    flex-wrap: wrap;
  }
  .bar,
  .strip,
  .sheet,
  .entry {
    padding: 10px 14px;
  }
  .bar:not(.answers) {
    justify-content: space-between;
  }
  .strip,
  .folders,
  .attachments,
  .leads,
  button:not(.button):hover {
    background: var(--_ground);
  }
  .notice,
  .waiting,
  .avatar,
  .count,
  .chips .chip {
    background: var(--_accent-soft);
  }
  .button.act {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .title {
    flex: 1;
    font-size: 1.0625em;
    line-height: 1.3;
  }
  .bar .title,
  .bar p {
    flex: 1 1 8em;
  }
  .title:focus:not(:focus-visible) {
    outline: none;
  }
  .button.back {
    border-color: transparent;
    padding-inline: 0.3em 0.7em;
    margin-inline-start: -6px;
  }
  .count {
    padding: 0.1em 0.6em;
    border-radius: 99px;
    font-size: 0.8125em;
    white-space: nowrap;
  }
  .folders {
    gap: 6px;
    padding: 8px 10px;
  }
  .folders button[aria-current] {
    background: var(--_paper);
    border-color: var(--_edge);
    font-weight: 600;
  }
  .box .message {
    display: grid;
    grid-template-columns: 10px 1fr auto;
    gap: 1px 10px;
    align-items: center;
    width: 100%;
    padding: 11px 12px;
    border-radius: 0;
    line-height: 1.35;
  }
  .message:focus-visible {
    outline-offset: -3px;
  }
  .message :is(.subject, .date) {
    grid-column: 2 / -1;
  }
  .message .icon {
    vertical-align: -0.2em;
  }
  .unread :is(.sender, .subject),
  .name,
  .about {
    font-weight: 600;
  }
  .unread .dot {
    height: 10px;
    border-radius: 50%;
    border: 5px solid var(--_accent);
  }
  .date,
  .address,
  .to {
    font-size: 0.9em;
  }
  .empty {
    padding: 28px;
    text-align: center;
  }
  .sheet .title {
    font-size: 1.1875em;
    margin-block-end: 12px;
  }
  .avatar {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    font-weight: 700;
  }
  .person {
    display: flex;
    flex-flow: wrap;
    gap: 0 0.5em;
    flex: 1;
    min-width: 0;
    line-height: 1.35;
  }
  .tall .person {
    flex-flow: column;
  }
  .head .person {
    flex-basis: calc(100% - 48px);
  }
  .to {
    margin-block-start: 4px;
  }
  .body {
    margin-block-start: 14px;
    padding-block-start: 14px;
    border-block-start: 1px solid var(--_line);
  }
  .typed {
    white-space: pre-line;
  }
  :is(.sheet, blockquote) :is(.links, .files),
  .about {
    margin-block-start: 14px;
  }
  .link,
  summary,
  .tools .button,
  .kind {
    color: var(--_accent);
  }
  .remove {
    flex: none;
    line-height: 0;
  }
  .fresh {
    background: var(--_good-soft);
  }
  .fresh .title .icon {
    color: var(--_good);
  }
  blockquote {
    margin: 0;
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--_line);
  }
  .link span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .box .link {
    padding-inline: 0;
  }
  .leads {
    padding: 12px;
    border-radius: 10px;
  }
  .target {
    display: block;
  }
  dialog {
    width: min(34rem, 100vw - 24px);
    max-height: calc(100dvh - 24px);
    padding: 0;
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(10 11 25 / 0.55);
  }
  dialog .bar {
    position: sticky;
    inset-block-start: 0;
    background: var(--_paper);
    border-block-end: 1px solid var(--_line);
  }
  .page {
    padding: 14px;
    border-radius: 10px;
  }
  @container (min-width: 30em) {
    .message .date {
      grid-area: 1 / 3;
    }
    .head .person {
      flex-basis: 0;
    }
  }
  @media (forced-colors: active) {
    [aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
    .chips .chip,
    .count {
      border: 1px solid;
    }
  }
`;
