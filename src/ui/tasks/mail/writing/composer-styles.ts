import { css } from 'lit';

/** The look of the message being written: rows for people, subject and text, then files, or sentences to pick. */
export const composerStyles = css`
  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 8px;
    padding: 4px 14px 0;
  }
  .label {
    padding-block: 10px 4px;
  }
  .row > .field {
    grid-area: 2 / 1 / auto / -1;
    min-width: 0;
  }
  .cell {
    gap: 0 4px;
    padding: 0;
  }
  .tools {
    gap: 0;
  }
  .bare {
    flex: 1 1 8em;
    min-width: 0;
    min-height: 44px;
    padding: 4px 12px;
    border: 0;
    border-radius: inherit;
    background: none;
  }
  .chips {
    max-width: 100%;
    margin: 2px 8px;
  }
  .chips .chip {
    padding: 4px 0 4px 10px;
  }
  .remove {
    flex: none;
  }
  textarea.field {
    min-height: 12em;
    margin-block-end: 14px;
    resize: vertical;
    field-sizing: content;
  }
  .foot {
    justify-content: space-between;
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
  .entry details {
    flex-basis: 100%;
    padding: 0;
  }
  .block {
    padding: 0 14px 10px;
  }
  legend {
    padding-block: 4px 6px;
    font-weight: 600;
  }
  @container (min-width: 30em) {
    .row {
      grid-template-columns: 4.5em 1fr auto;
      align-items: start;
      padding-block-start: 8px;
    }
    .label {
      padding-block: 12px;
    }
    .row > .field {
      grid-area: 1 / 2;
    }
  }
`;
