import { css } from 'lit';

/** How a result was worked out. */
export const explanationStyles = css`
  .explanation {
    margin-top: 1.75em;
    padding-top: 0.75em;
    border-top: 1px solid var(--_line);
  }
  .explanation .subtitle {
    margin: 0;
  }
  .fold {
    display: flex;
    align-items: center;
    gap: 0.5em;
    width: 100%;
    min-height: 48px;
    padding: 0.4em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }
  .fold:hover span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .explanation p,
  .explanation li {
    max-width: 65ch;
  }
  .explanation .heading {
    margin: 1.75em 0 0.5em;
    font-size: 1em;
    line-height: 1.3;
    font-weight: 700;
  }
  .explanation li + li {
    margin-top: 0.35em;
  }
  .explanation table {
    width: 100%;
    max-width: 40em;
    margin: 0.75em 0 1em;
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  .explanation caption {
    padding-bottom: 0.35em;
    color: var(--_muted);
    text-align: start;
  }
  .explanation th,
  .explanation td {
    padding: 0.45em 0.4em;
    border-bottom: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    hyphens: auto;
  }
  .explanation thead th {
    background: var(--_ground);
    font-weight: 600;
  }
  .explanation details {
    border-bottom: 1px solid var(--_line);
  }
  .explanation details:first-of-type {
    border-top: 1px solid var(--_line);
  }
  .explanation summary {
    min-height: 44px;
    margin-inline-start: 1.15em;
    padding: 0.6em 0;
    list-style-position: outside;
    cursor: pointer;
  }
  .explanation summary .heading {
    display: inline;
  }
  .explanation details > div {
    padding: 0.25em 0 1em;
  }
  .explanation details details {
    margin-inline-start: 0.5em;
  }
  .explanation details details .heading {
    font-weight: 500;
  }
  @container (max-width: 419px) {
    .explanation table {
      font-size: 0.875em;
    }
    .explanation th,
    .explanation td {
      padding-inline: 0.25em;
    }
  }
  .symbols {
    display: grid;
    gap: 0.35em;
    padding: 0.7em 0.8em;
    border-radius: min(10px, var(--_radius));
    background: var(--_ground);
    overflow-wrap: anywhere;
  }
`;
