import { css } from 'lit';

/** The card and the screens that every session begins with. */
export const frame = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  /* The page's inherited styles stop here. */
  .root {
    all: initial;
    display: block;
    container-type: inline-size;
    color: var(--_ink);
    font: var(--_size) / 1.5 var(--_font);
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  .root.light {
    color-scheme: light;
  }
  .root.dark {
    color-scheme: dark;
  }
  .root.auto {
    color-scheme: light dark;
  }
  .root.inherit {
    color-scheme: inherit;
  }
  .card {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    overflow: clip;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    min-height: 60px;
    padding: 0.6em calc(1.25em / 0.875);
    border-bottom: 1px solid var(--_line);
    font-size: 0.875em;
    color: var(--_muted);
  }
  header .where {
    flex: 1;
  }
  ::slotted([slot='logo']) {
    max-height: 40px;
    max-width: 40%;
  }
  ::slotted([slot='status']) {
    position: absolute !important;
    width: 1px !important;
    height: 1px !important;
    overflow: hidden !important;
    clip-path: inset(50%) !important;
    white-space: nowrap !important;
  }
  .icon-button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 1px solid var(--_edge);
    border-radius: min(10px, var(--_radius));
    background: var(--_paper);
    color: var(--_ink);
    cursor: pointer;
  }
  .icon-button:hover {
    background: var(--_ground);
  }
  .progress {
    display: block;
    width: 100%;
    height: 6px;
    background: var(--_accent-soft);
    overflow: hidden;
  }
  .progress rect {
    fill: var(--_accent);
    transition: width 0.3s;
  }
  .body {
    padding: 1.5em 1.25em;
  }
  .kicker {
    margin: 0 0 0.25em;
    color: var(--_accent);
    font-size: 0.875em;
    font-weight: 600;
  }
  .title {
    margin: 0 0 0.7em;
    font-size: 1.375em;
    line-height: 1.3;
    font-weight: 700;
    scroll-margin-top: 5rem;
  }
  .title:focus {
    outline: none;
  }
  .title:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 4px;
    border-radius: 4px;
  }
  .intro .title {
    font-size: 1.625em;
    line-height: 1.2;
  }
  .lead {
    font-size: 1.0625em;
  }
  .detail {
    margin-bottom: 1.1em;
    max-width: 65ch;
  }
  ul,
  ol {
    margin: 0 0 0.75em;
    padding-inline-start: 1.5em;
  }
  .steps {
    list-style: none;
    margin: 1.25em 0;
    padding: 0;
    display: grid;
    gap: 0.9em;
  }
  .steps li {
    display: flex;
    gap: 0.8em;
  }
  .number {
    flex: none;
    display: grid;
    place-items: center;
    width: 1.9em;
    height: 1.9em;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 700;
    font-size: 0.9375em;
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 44px;
    font-size: 0.9375em;
    color: var(--_muted);
    cursor: pointer;
  }
  .switch input {
    width: 22px;
    height: 22px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .actions {
    display: flex;
    flex-direction: column-reverse;
    gap: 0.65em;
    padding: 1em 1.25em;
    border-top: 1px solid var(--_line);
  }
  .notice {
    display: flex;
    gap: 0.6em;
    margin: 1em 0 0;
    padding: 0.8em 1em;
    border-radius: var(--_radius);
    background: var(--_warn-soft);
    color: var(--_warn);
    font-weight: 500;
  }
  .notice:empty {
    display: none;
  }
  .banner {
    margin: 0;
    padding: 0.5em calc(1.25em / 0.9375);
    background: var(--_warn-soft);
    color: var(--_warn);
    font-size: 0.9375em;
  }
  .hint {
    margin-top: 1em;
  }
  .hint summary {
    display: inline-block;
    min-height: 32px;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .waiting {
    min-height: 8em;
  }
  .pulse {
    height: 8em;
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  @container (min-width: 420px) {
    .actions {
      flex-flow: row wrap-reverse;
      align-items: center;
      justify-content: space-between;
    }
    .actions > .button {
      flex-grow: 1;
    }
  }
  @container (min-width: 640px) {
    header {
      padding-inline: calc(2em / 0.875);
    }
    .banner {
      padding-inline: calc(2em / 0.9375);
    }
    .actions {
      padding-inline: 2em;
    }
    .actions > .button {
      flex-grow: 0;
    }
    .actions > :only-child,
    .actions > :last-child {
      margin-inline-start: auto;
    }
    .body {
      padding: 2em;
    }
    .title {
      font-size: 1.5em;
    }
    .intro .title {
      font-size: 1.875em;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress rect {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .progress {
      border-bottom: 1px solid CanvasText;
    }
    .progress rect {
      fill: Highlight;
    }
  }
`;
