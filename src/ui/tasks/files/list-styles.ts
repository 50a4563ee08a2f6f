import { css } from 'lit';

/** The list: one line of name and facts on a small screen, columns on a large one. */
export const listStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0;
    font-weight: inherit;
    text-align: start;
  }
  tbody tr {
    cursor: pointer;
    border-block-start: 1px solid var(--_line);
  }
  thead,
  .fact {
    display: none;
  }
  tbody label {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 52px;
    padding: 6px 0 6px 14px;
    cursor: inherit;
  }
  .where {
    display: block;
    font-size: 0.9375em;
  }
  tbody tr:hover {
    background: var(--_ground);
  }
  tbody .chosen,
  tbody .chosen:hover {
    background: var(--_accent-soft);
  }
  .chosen th {
    border-inline-start: 4px solid var(--_accent);
  }
  tbody .chosen label {
    padding-inline-start: 12px;
  }
  .chosen .name {
    font-weight: 600;
  }
  .chosen .muted,
  .chosen .fact {
    color: inherit;
  }
  tr:has([type='radio']:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }
  .kind {
    display: flex;
    color: var(--_muted);
  }
  .folder {
    color: var(--_accent);
  }
  .folder .icon {
    fill: var(--_accent-soft);
  }
  .pdf {
    color: var(--_bad);
  }
  @container (min-width: 31em) {
    .fact {
      display: table-cell;
      padding-inline: 14px;
      color: var(--_muted);
      font-size: 0.9375em;
      white-space: nowrap;
    }
    thead th {
      padding: 8px 14px;
      color: var(--_muted);
      font-size: 0.875em;
    }
    thead {
      display: table-header-group;
    }
    .size {
      text-align: end;
    }
    .text > .detail {
      display: none;
    }
  }
`;
