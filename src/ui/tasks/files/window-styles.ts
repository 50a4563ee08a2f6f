import { css } from 'lit';

/** What is in the window in front: a name to type, a folder to pick; and the menu of commands. */
export const windowStyles = css`
  .window {
    padding: 14px;
  }
  .window .button {
    margin-block-start: 1em;
  }
  [popover] {
    inset: auto;
    max-height: 100%;
    margin: 0;
    padding: 6px;
  }
  [role='menuitem'] {
    width: 100%;
    padding: 0 14px;
  }
  .window .field {
    margin-block-start: 0.35em;
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
`;
