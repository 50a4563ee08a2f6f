import { css } from 'lit';

/** The look of the mailbox: a calm card, generous targets, one column at every width. The composer has its own sheet. */
export const mailStyles = css`
  .tool > * + *,
  li + li:not(.chip),
  .over {
    border-block-start: 1px solid var(--_line);
  }
  .strip,
  .sheet,
  .entry {
    padding: 10px 14px;
  }
  .strip {
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
    font-weight: 600;
  }
  .act,
  .accent,
  .link,
  summary,
  .tools .button {
    color: var(--_accent);
  }
  .button.back,
  .tools .button {
    padding-inline: 0.4em;
    border-color: transparent;
    background: none;
  }
  .count {
    padding: 0.1em 0.6em;
    border-radius: 99px;
    font-size: 0.8125em;
    white-space: nowrap;
  }
  [aria-current] {
    background: var(--_paper);
    border-color: var(--_edge);
    font-weight: 600;
  }
  .message {
    display: grid;
    grid-template-columns: 10px 1fr auto;
    gap: 1px 10px;
    border-radius: 0;
    line-height: 1.35;
  }
  .message,
  .contact {
    width: 100%;
    padding: 11px 12px;
  }
  li > button:focus-visible {
    outline-offset: -3px;
  }
  .message :is(.subject, .date) {
    grid-column: 2 / -1;
  }
  .message .icon {
    vertical-align: -0.2em;
  }
  .unread,
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
  .to {
    font-size: 0.9em;
    font-weight: 400;
  }
  .avatar {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    font-weight: 700;
  }
  .head .text {
    flex-basis: 10em;
  }
  .to {
    margin: 4px 0 0;
  }
  .head,
  .about,
  .body,
  .body ~ * {
    margin-block-start: 14px;
  }
  .body {
    padding-block-start: 14px;
  }
  .typed {
    white-space: pre-line;
  }
  .fresh {
    background: var(--_good-soft);
    color: var(--_good);
  }
  blockquote {
    margin: 0;
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--_line);
  }
  .link {
    padding-inline: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .leads {
    border-radius: 10px;
  }
  .target {
    display: block;
  }
  .chip {
    flex-wrap: nowrap;
    max-width: 100%;
    border: 1px solid var(--_edge);
    border-radius: 10px;
  }
  @container (min-width: 30em) {
    .message .date {
      grid-area: 1 / 3;
    }
  }
  @media (forced-colors: active) {
    [aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
    .count {
      border: 1px solid;
    }
  }
`;
