import { css } from 'lit';

/** The look of the mailbox: a calm card, generous targets, one column at every width. */
export const mailStyles = css`
  :host {
    display: block;
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
  .result,
  .attachments,
  .foot {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    border-block-end: 1px solid var(--_line);
  }
  .flex,
  .chip,
  .pick,
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
  .result,
  .leads,
  .entry .page,
  button:not(.button):hover {
    background: var(--_ground);
  }
  .notice,
  .waiting,
  .avatar,
  .count,
  .chips .chip,
  .pick:has(:checked) {
    background: var(--_accent-soft);
  }
  .title {
    flex: 1;
    font-size: 1.0625em;
    line-height: 1.3;
  }
  .bar .title,
  .bar p {
    flex-basis: 8em;
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
  .message :is(.subject, .date) {
    grid-column: 2 / -1;
  }
  .message .icon {
    vertical-align: -0.2em;
  }
  .unread :is(.sender, .subject),
  .name,
  .about,
  .block legend {
    font-weight: 600;
  }
  .unread .dot {
    height: 10px;
    border-radius: 50%;
    border: 5px solid var(--_accent);
  }
  .date,
  .address,
  .to,
  .kicker {
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
  .kicker,
  .tools .button,
  .kind {
    color: var(--_accent);
  }
  .link span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .link {
    padding-inline: 0;
  }
  .remove {
    flex: none;
    line-height: 0;
  }
  .leads,
  .problem {
    padding: 12px;
    border-radius: 10px;
  }
  .target {
    display: block;
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
  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    padding-inline: 14px 6px;
  }
  .label {
    display: block;
    padding-block: 10px 4px;
    line-height: 1.3;
  }
  .above {
    padding-inline: 14px;
  }
  .cell {
    grid-area: 2 / 1 / auto / -1;
    gap: 0 4px;
    min-width: 0;
    margin-inline-start: -8px;
    padding-block: 3px;
  }
  .tools {
    gap: 0;
  }
  .tools .button {
    padding-inline: 0.7em;
    border-color: transparent;
    background: none;
  }
  .bare {
    display: block;
    flex: 1 1 8em;
    width: 100%;
    min-width: 0;
    min-height: 46px;
    padding: 4px 8px;
    border: 0;
    border-radius: 10px;
    background: none;
  }
  .message:focus-visible,
  .contact:focus-visible,
  .bare:focus-visible {
    outline-offset: -3px;
  }
  .chips {
    max-width: 100%;
    margin-inline-start: 8px;
  }
  .chip,
  .file {
    gap: 0.5em;
    max-width: 100%;
    border-radius: 10px;
  }
  .chip,
  .box li:not(.chip) > .file {
    border: 1px solid var(--_edge);
    background: var(--_paper);
  }
  .chips .chip {
    border-color: transparent;
    padding-inline-start: 10px;
  }
  .chips .muted {
    color: inherit;
  }
  .ways {
    padding: 10px 14px 0;
  }
  .writing {
    min-height: 12em;
    padding: 4px 14px 14px;
    resize: vertical;
    field-sizing: content;
  }
  .tip,
  .block,
  .result {
    padding: 14px 14px 0;
  }
  .result,
  .block:last-child {
    padding-block-end: 14px;
  }
  .pick {
    gap: 12px;
    min-height: 48px;
    margin-block-start: 6px;
    padding: 10px 12px;
    border: 1.5px solid var(--_line);
    border-radius: 10px;
    cursor: pointer;
  }
  .pick:has(:checked) {
    border-color: var(--_accent);
  }
  .pick input {
    flex: none;
    width: 20px;
    height: 20px;
    accent-color: var(--_accent);
  }
  details {
    padding: 0 14px;
  }
  .entry details {
    flex-basis: 100%;
    padding: 0;
  }
  details > :last-child {
    margin-block-end: 14px;
  }
  summary {
    padding-block: 0.65em;
    cursor: pointer;
  }
  .problem {
    flex-basis: 100%;
    margin: 4px 0;
    background: var(--_bad-soft);
    color: var(--_bad);
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
  .contact {
    width: 100%;
    min-height: 60px;
  }
  @container (min-width: 30em) {
    .message .date {
      grid-area: 1 / 3;
    }
    .head .person {
      flex-basis: 0;
    }
    .row {
      grid-template-columns: 4em 1fr auto;
      align-items: start;
    }
    .label {
      padding-block: 14px 6px;
    }
    .tools {
      padding-block: 7px;
    }
    .cell {
      grid-area: 1 / 2;
    }
  }
  @media (forced-colors: active) {
    .pick:has(:checked),
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
