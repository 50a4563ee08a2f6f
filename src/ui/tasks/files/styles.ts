import { css } from 'lit';

/** The explorer's frame: commands, places, status. */
export const styles = css`
  .tool {
    line-height: 1.35;
  }
  .tool :focus-visible,
  .pick:focus-within {
    outline-offset: -3px;
  }
  .toolbar {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(max(5.2em, 30%), 1fr));
    gap: 6px;
    font-size: 0.8125em;
    padding: 8px;
    background: var(--_ground);
    border-block-end: 1px solid var(--_line);
  }
  .tool .chip {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 3px;
    padding: 8px 2px 6px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_paper);
    line-height: 1.2;
    text-align: center;
    overflow-wrap: normal;
  }
  .chip .icon {
    color: var(--_accent);
  }
  .chip.delete .icon {
    color: var(--_bad);
  }
  .tool button:hover {
    background: var(--_accent-soft);
  }
  .tool .chip[aria-disabled] {
    background: none;
    color: var(--_muted);
  }
  .chip[aria-disabled] .icon {
    color: inherit;
  }
  .path,
  .path ol,
  .path li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-width: 0;
  }
  .path {
    padding-inline: 6px;
  }
  .path li + li::before {
    content: '›';
    color: var(--_edge);
  }
  .crumb {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: 44px;
    padding: 0 8px;
    color: var(--_accent);
  }
  .crumb.here {
    color: inherit;
    font-weight: 600;
  }
  .search {
    display: grid;
    align-items: center;
    padding: 0 8px 8px;
  }
  .search .icon {
    grid-area: 1 / 1;
    margin-inline-start: 12px;
    color: var(--_muted);
    pointer-events: none;
    z-index: 1;
  }
  .search .field {
    grid-area: 1 / 1;
    min-width: 0;
    padding-inline-start: 40px;
  }
  .search ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px;
    padding: 6px 8px;
    border-block-start: 1px solid var(--_line);
    background: var(--_ground);
  }
  .status p {
    flex: 1 0 100%;
    margin: 0;
    padding: 4px 6px;
    font-size: 0.9375em;
  }
  .tool .undo {
    flex-direction: row;
    gap: 0.35em;
    padding: 0 10px;
    font-size: 0.9375em;
  }
  .bin {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 0.4em;
    margin-inline-start: auto;
    padding: 0 8px;
    border-radius: 10px;
    font-size: 0.9375em;
  }
  .over {
    outline: 2px dashed var(--_accent);
    outline-offset: -3px;
  }
  @container (min-width: 31em) {
    .toolbar {
      display: flex;
      flex-wrap: wrap;
      font-size: 0.9375em;
    }
    .tool .chip {
      flex-direction: row;
      gap: 6px;
      padding: 6px 11px;
    }
    .status p {
      flex: 1 1 0;
    }
    .places {
      display: flex;
      justify-content: space-between;
      gap: 8px;
      padding-block: 4px;
    }
    .search {
      flex: 0 1 17rem;
      padding-block: 0;
    }
  }
  @media (forced-colors: active) {
    .chip[aria-disabled] {
      color: GrayText;
    }
  }
`;
