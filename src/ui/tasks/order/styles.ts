import { css } from 'lit';

/** Numbered rows with their two buttons: below the text on a phone, beside it where there is room. */
export const styles = css`
  ol {
    position: relative;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .card {
    flex-wrap: wrap;
  }
  .text {
    flex: 1 1 60%;
  }
  .handle {
    display: flex;
    align-items: center;
    min-height: 44px;
    margin-inline-start: -0.25em;
    color: var(--_muted);
  }
  .number {
    display: grid;
    place-items: center;
    width: 2em;
    height: 2em;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 700;
  }
  ol:not(.movable) .handle .icon {
    visibility: hidden;
  }
  .movable .handle {
    cursor: grab;
    touch-action: none;
    user-select: none;
  }
  .held {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    cursor: grabbing;
  }
  .moves {
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    gap: 0.5em;
    min-width: 0;
  }
  .moves .button {
    flex: 1 1 auto;
    gap: 0.3em;
    min-height: 44px;
    padding-inline: 0.375em;
  }
  .button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  @container (min-width: 36em) {
    .card {
      flex-wrap: nowrap;
    }
    .text {
      flex-basis: 0;
    }
    .moves {
      flex: none;
      flex-wrap: nowrap;
    }
    .moves .button {
      padding-inline: 0.75em;
    }
  }
  @media (forced-colors: active) {
    .number {
      border: 1px solid;
    }
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;
