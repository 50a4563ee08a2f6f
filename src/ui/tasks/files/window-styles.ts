import { css } from 'lit';

/** The window in front: a name to type, a folder to pick, a file to read, the menu of commands. */
export const windowStyles = css`
  dialog,
  [popover] {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: inherit;
    overflow-wrap: anywhere;
    box-shadow: 0 16px 48px rgb(0 0 0 / 0.25);
  }
  dialog {
    width: min(30rem, 100% - 24px);
    max-height: calc(100% - 24px);
    padding: 20px;
  }
  [popover] {
    inset: auto;
    max-height: 100%;
    margin: 0;
    padding: 6px;
  }
  [role='menuitem'] {
    display: block;
    width: 100%;
    padding: 0 14px;
    border-radius: 10px;
    text-align: start;
  }
  dialog::backdrop {
    background: rgb(10 12 30 / 0.5);
  }
  .title {
    margin: 0 0 0.75em;
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.3;
  }
  .title:focus {
    outline: none;
  }
  dialog .field {
    margin-block-start: 0.35em;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  .path ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  ul ul {
    padding-inline-start: 1.375em;
  }
  .pick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 48px;
    padding: 6px 10px;
    border-radius: 10px;
    cursor: pointer;
  }
  .pick input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_accent);
  }
  .pick:hover {
    background: var(--_ground);
  }
  .pick:has(:checked) {
    background: var(--_accent-soft);
    font-weight: 600;
  }
  .error {
    margin: 0.5em 0 0;
    color: var(--_bad);
    font-weight: 500;
  }
  .sheet {
    min-height: 8em;
    padding: 1.1em;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_ground);
    white-space: pre-line;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-block-start: 1.25em;
  }
`;
