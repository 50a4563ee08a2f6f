import { css } from 'lit';
import { explanationStyles } from './explanation-styles.js';

const styles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.65em;
    margin-top: 1em;
  }
  dialog {
    width: min(28em, calc(100% - 2em));
    padding: 1.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_paper);
    color: var(--_ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  .subtitle {
    margin: 1.5em 0 0.5em;
    font-size: 1.0625em;
    line-height: 1.3;
    font-weight: 700;
  }
  .tag {
    display: inline-block;
    padding: 0.2em 0.75em;
    border-radius: 999px;
    background: var(--_accent-soft);
    color: var(--_ink);
    font-size: 0.875em;
    font-weight: 600;
    white-space: nowrap;
  }
  .tag.good {
    background: var(--_good-soft);
    color: var(--_good);
  }
  .tag.warn {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .tag.quiet {
    background: var(--_ground);
    color: var(--_muted);
  }
  .review,
  .axes,
  .others,
  .criteria {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .review li,
  .axes li,
  .others li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.9em;
    padding: 0.7em 0;
    border-bottom: 1px solid var(--_line);
  }
  .review li:last-child,
  .axes li:last-child,
  .others li:last-child {
    border-bottom: 0;
  }
  .review .what,
  .axes span:first-child,
  .others span:first-child {
    flex: 1 1 11em;
  }
  .lesson {
    max-width: 65ch;
    font-size: 1.0625em;
  }
  .lesson li {
    margin-bottom: 0.4em;
  }
  .feedback {
    margin-top: 1.25em;
    padding: 1.1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .feedback.good {
    background: var(--_good-soft);
  }
  .feedback-title {
    display: flex;
    align-items: center;
    gap: 0.5em;
    font-size: 1.125em;
    font-weight: 700;
  }
  .criteria {
    margin-bottom: 0.9em;
  }
  .criteria li {
    display: flex;
    gap: 0.6em;
    padding: 0.2em 0;
  }
  .criteria .icon {
    margin-top: 0.15em;
  }
  .criteria .met .icon {
    color: var(--_good);
  }
  .feedback .muted {
    color: inherit;
  }
  .score {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1em 1.5em;
  }
  .score > :last-child {
    flex: 1 1 12em;
  }
  .score p {
    margin-bottom: 0.4em;
  }
  .gauge {
    flex: none;
    width: 116px;
    height: 116px;
    fill: none;
    stroke-width: 12;
  }
  .gauge .track {
    stroke: var(--_ground);
  }
  .gauge .interval {
    stroke: var(--_accent);
    opacity: 0.3;
  }
  .gauge .value {
    stroke: var(--_accent);
  }
  .gauge text {
    fill: var(--_ink);
    font-size: 25px;
    font-weight: 700;
  }
  .band {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  .ladder rect {
    fill: var(--_line);
  }
  .ladder .reached {
    fill: var(--_accent);
  }
  .work {
    display: grid;
    gap: 0.15em;
    margin-top: 1em;
    padding-inline-start: 0.9em;
    border-inline-start: 4px solid var(--_warn);
  }
  .further {
    --_warn: var(--_accent);
  }
  .work .kicker {
    color: var(--_warn);
  }
  .next {
    margin-top: 1.5em;
    padding: 1.1em 1.25em 1.25em;
    border: 1.5px solid var(--_accent);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_accent-soft);
  }
  .next .subtitle {
    margin-top: 0.1em;
    font-size: 1.1875em;
  }
  .sharing p {
    margin-bottom: 0.75em;
  }
  .shared {
    display: flex;
    gap: 0.5em;
    color: var(--_good);
    font-weight: 600;
  }
  .survey {
    margin-top: 1.75em;
  }
  .marks {
    display: grid;
    grid-template-columns: repeat(11, 1fr);
    max-width: 34em;
  }
  .mark {
    display: grid;
    justify-items: center;
    gap: 0.2em;
    min-height: 56px;
    padding: 0.3em 0;
    border-radius: min(10px, var(--_radius));
    font-weight: 600;
    cursor: pointer;
  }
  .mark:hover,
  .mark:has(:checked) {
    background: var(--_accent-soft);
  }
  .mark input {
    width: 24px;
    height: 24px;
    accent-color: var(--_accent);
  }
  /* What is over in a moment is not shown at all. */
  .waits {
    animation: waits 1.2s steps(1);
  }
  @keyframes waits {
    from {
      position: absolute;
      visibility: hidden;
    }
  }
  @container (max-width: 479px) {
    .marks {
      grid-template-columns: repeat(6, 1fr);
    }
  }
  @container (max-width: 419px) {
    .survey .button,
    .next .button,
    .sharing .button,
    .others .button,
    .feedback .button {
      width: 100%;
    }
  }
  @media (forced-colors: active) {
    .gauge .value {
      stroke: Highlight;
    }
    .ladder .reached {
      fill: Highlight;
    }
    .tag,
    .feedback {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .button {
      display: none;
    }
  }
`;

/** What checkpoints, feedback and the result add to the frame. */
export const laterStyles = css`
  ${styles} ${explanationStyles}
`;
