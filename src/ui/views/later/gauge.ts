import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Result } from '../../../model/index.js';
import type { ViewContext } from '../screen.js';

const radius = 50;

/** A very low percentage helps nobody: what was done is counted instead. */
const low = 20;
export const counts = ({ shows, score }: Result): boolean => shows === 'gestures' || score.percent < low;

/** The score as a ring, its interval as a lighter arc: a picture of what the words beside it say. */
export function gauge({ say }: ViewContext, result: Result): TemplateResult {
  const { score, passed, answered } = result;
  const gestures = counts(result);
  const value = gestures ? Math.round((100 * passed) / Math.max(answered, 1)) : score.percent;
  const [from, to] = score.interval;
  const text = gestures ? say('gesturesShort', { passed, count: answered }) : say('percent', { percent: value });
  const arc = (name: string, start: number, length: number): unknown =>
    svg`<circle class=${name} cx="60" cy="60" r=${radius} pathLength="100" stroke-dasharray="${length} 100" stroke-dashoffset=${-start} transform="rotate(-90 60 60)" />`;
  return html`<svg
    class="gauge"
    part="score"
    viewBox="0 0 120 120"
    role="img"
    aria-label=${gestures ? `${say('gestures', { passed, count: answered })} ${say('gesturesText')}` : say('scoreName', { percent: value })}
  >
    <circle class="track" cx="60" cy="60" r=${radius} />
    ${gestures ? nothing : arc('interval', from, Math.max(to - from, 1))} ${arc('value', 0, value)}
    <text x="60" y="60" dominant-baseline="central" text-anchor="middle">${text}</text>
  </svg>`;
}

/** The three bands as steps, the learner's own filled. */
export const ladder = ({ band }: Result['score']): TemplateResult =>
  html`<svg class="ladder" viewBox="0 0 62 30" width="62" height="30" aria-hidden="true">
    ${[1, 2, 3].map((step) => svg`<rect class=${step <= band ? 'reached' : ''} x=${(step - 1) * 21} y=${30 - step * 9} width="18" height=${step * 9} rx="3" />`)}
  </svg>`;
