import { css } from 'lit';

/** What simulated tools share: their frame, quiet lists and buttons, what lies in front. A tool's own rules come after. */
export const surfaceStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  .tool,
  dialog,
  [popover] {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
  }
  .tool {
    overflow: clip;
  }
  :where(h3, ul, ol, fieldset, legend) {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  .flex,
  :where(button:not(.button)) {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .flex {
    flex-wrap: wrap;
  }
  :where(button:not(.button)) {
    min-height: 44px;
    padding: 0.3em 0.7em;
    border: 1px solid transparent;
    border-radius: 10px;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  :where(button:not(.button):hover) {
    background: var(--_ground);
  }
  .button.small {
    min-height: 44px;
  }
  .title {
    font-size: 1.0625em;
    line-height: 1.3;
  }
  .title:focus:not(:focus-visible) {
    outline: none;
  }
  .bar {
    padding: 10px 14px;
  }
  .bar > :is(.title, p) {
    flex: 1 1 8em;
    margin: 0;
  }
  .page {
    min-height: 8em;
    padding: 14px;
    background: var(--_ground);
    white-space: pre-line;
  }
  .problem:not(:empty) {
    flex-basis: 100%;
    margin: 4px 0;
    padding: 12px;
    border-radius: 10px;
    background: var(--_bad-soft);
    color: var(--_bad);
  }
  .empty {
    margin: 0;
    padding: 2.5em 14px;
    text-align: center;
  }
  dialog,
  [popover] {
    box-shadow: 0 16px 48px rgb(0 0 0 / 0.25);
  }
  dialog {
    width: min(32rem, 100% - 24px);
    max-height: calc(100% - 24px);
    padding: 0;
  }
  dialog > .bar {
    position: sticky;
    inset-block-start: 0;
    background: var(--_paper);
    border-block-end: 1px solid var(--_line);
  }
  dialog::backdrop {
    background: rgb(10 11 25 / 0.55);
  }
`;
