import { css } from 'lit';

/** Buttons, fields and text shared by the frame and the tasks. Adopted by each shadow root that needs it. */
export const controls = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 48px;
    padding: 0.6em 1.2em;
    border: 1.5px solid var(--_edge);
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_paper);
    color: var(--_ink);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    cursor: pointer;
  }
  .button:hover:not(:disabled) {
    background: var(--_ground);
  }
  .button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover:not(:disabled) {
    background: var(--_accent);
    filter: brightness(0.94);
  }
  .button.small {
    min-height: 40px;
    padding: 0.35em 0.85em;
    font-weight: 500;
    font-size: 0.9375em;
    border-radius: min(10px, var(--_radius));
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .button[aria-pressed='true'] {
    background: var(--_accent-soft);
    border-color: var(--_accent);
  }
  .button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .field {
    width: 100%;
    min-height: 44px;
    padding: 0.5em 0.75em;
    border: 1.5px solid var(--_edge);
    border-radius: min(10px, var(--_radius));
    background: var(--_paper);
    color: var(--_ink);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .icon {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .muted {
    color: var(--_muted);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  p {
    margin: 0 0 0.75em;
  }
  p:last-child {
    margin-bottom: 0;
  }
  kbd {
    font: inherit;
    font-size: 0.9em;
    padding: 0.1em 0.4em;
    border: 1px solid var(--_edge);
    border-radius: 6px;
  }
  @media (forced-colors: active) {
    .button,
    .field {
      border-color: ButtonBorder;
    }
    .button[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
