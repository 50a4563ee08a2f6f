import { css } from 'lit';

/**
 * The private tokens that every part of the widget draws with, from the public `--pix-*` properties and their defaults.
 * Set once on the root of the element; they are inherited by the tasks. No rule of ours leaves the shadow root.
 */
export const tokens = css`
  .root {
    --_accent: var(--pix-accent, light-dark(#4038bf, #b4afff));
    --_on-accent: var(--pix-on-accent, light-dark(#fff, #15162b));
    --_accent-soft: var(--pix-accent-soft, light-dark(#efedfe, #262750));
    --_ink: var(--pix-ink, light-dark(#16182d, #eef0fb));
    --_muted: var(--pix-muted, light-dark(#494d62, #bec2d7));
    --_line: var(--pix-line, light-dark(#dfe1ea, #343856));
    --_edge: var(--pix-edge, light-dark(#80869f, #8288a8));
    --_paper: var(--pix-paper, light-dark(#fff, #191b30));
    --_ground: var(--pix-ground, light-dark(#f5f6fb, #22253f));
    --_good: var(--pix-good, light-dark(#0b5c3b, #6dd8ab));
    --_good-soft: var(--pix-good-soft, light-dark(#e3f5ec, #17382d));
    --_warn: var(--pix-warn, light-dark(#7e3c05, #ffc078));
    --_warn-soft: var(--pix-warn-soft, light-dark(#fdf0dd, #43301a));
    --_bad: var(--pix-bad, light-dark(#98201a, #ffb3ac));
    --_bad-soft: var(--pix-bad-soft, light-dark(#fdeceb, #4a2326));
    --_radius: var(--pix-radius, 14px);
    --_radius-card: var(--pix-radius-card, 20px);
    --_font: var(--pix-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif);
    --_size: var(--pix-font-size, 1rem);
    --_focus: var(--pix-focus, var(--_accent));
  }
`;
