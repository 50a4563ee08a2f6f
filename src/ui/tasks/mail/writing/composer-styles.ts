import { css } from 'lit';

/** The look of the message being written: rows for people and subject, a large text, files, sentences to pick. */
export const composerStyles = css`
  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 8px;
    padding: 4px 14px 0;
    border: 0;
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
    border: 1px solid var(--_edge);
    border-radius: 10px;
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
  .bare:focus-visible {
    outline-offset: 1px;
  }
  .chips {
    max-width: 100%;
    margin: 2px 8px;
  }
  .chips .person {
    padding-block: 4px;
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
    width: calc(100% - 28px);
    min-height: 12em;
    margin: 0 14px 14px;
    padding: 8px;
    border: 1px solid var(--_edge);
    resize: vertical;
    field-sizing: content;
  }
  details {
    padding: 0 14px;
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
    padding: 12px;
    border-radius: 10px;
    background: var(--_bad-soft);
    color: var(--_bad);
  }
  .tip,
  .result {
    padding: 14px;
  }
  .result {
    border-block-start: 1px solid var(--_line);
    background: var(--_ground);
  }
  .kicker {
    color: var(--_accent);
    font-size: 0.9em;
  }
  .block {
    padding: 0 14px;
  }
  .block legend {
    padding-block-start: 14px;
    font-weight: 600;
  }
  .block:last-child {
    padding-block-end: 14px;
  }
  .pick {
    margin-block-start: 6px;
  }
  .contact {
    width: 100%;
    min-height: 60px;
  }
  .contact:focus-visible {
    outline-offset: -3px;
  }
  .entry .page {
    background: var(--_ground);
  }
  .entry details {
    flex-basis: 100%;
    padding: 0;
  }
  @container (min-width: 30em) {
    .row {
      grid-template-columns: 3em 1fr auto;
      align-items: start;
      padding-block-start: 8px;
    }
    .label {
      padding-block: 14px 6px;
    }
    .tools {
      padding-block: 2px;
    }
    .cell {
      grid-area: 1 / 2;
    }
  }
`;
