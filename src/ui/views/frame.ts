import { html, nothing, svg, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { icon } from '../parts/icon.js';
import { screenHeading } from '../parts/heading.js';
import { introView } from './intro.js';
import { questionView } from './question.js';
import type { Screen, ViewContext } from './screen.js';
import { errorView, loadingView } from './waiting.js';

/** The screen for the state of the session. */
export function screenOf(context: ViewContext): Screen {
  const { state, later } = context;
  const { status, step, feedback, result } = state;
  switch (status) {
    case 'loading':
      return loadingView(context);
    case 'intro':
      return introView(context);
    case 'paused':
      return later ? later.pausedView(context) : loadingView(context);
    case 'error':
      return errorView(context);
    case 'elsewhere':
      return later ? later.elsewhereView(context) : loadingView(context);
    case 'question':
      return step?.kind === 'item'
        ? questionView(context, step, feedback && later ? later.feedbackView(context, feedback) : nothing)
        : loadingView(context);
    case 'checkpoint':
      return later && (step?.kind === 'checkpoint' || step?.kind === 'lesson') ? later.checkpointView(context, step) : loadingView(context);
    case 'result':
      return later && result ? later.resultView(context, result) : loadingView(context);
  }
}

/** Header, progress, title, body and buttons: the same places on every screen. */
export function frameView(context: ViewContext, { kicker, title, body, actions }: Screen): TemplateResult {
  const { state, say, headingLevel, previewing, later } = context;
  const { status } = state;
  const connection = later ? later.connectionWords(context) : lostWords(context);
  return html`<section class="card ${status}" part=${status === 'result' ? 'card result' : 'card'} aria-label=${say('region')}>
    ${headerView(context)} ${status === 'question' || status === 'checkpoint' ? progressView(context) : nothing}
    ${previewing ? html`<p class="banner">${say('preview')}</p>` : nothing}
    ${connection ? html`<p class="banner" role="status">${connection}</p>` : nothing}
    <div class="body">
      ${kicker ? html`<p class="kicker">${kicker}</p>` : nothing} ${screenHeading(headingLevel, title)} ${body ?? nothing}
    </div>
    ${later?.nextWaits(context) ?? nothing}
    ${keyed(status, actions && actions !== nothing ? html`<div class="actions">${actions}</div>` : nothing)}
  </section>`;
}

/** Before the views that say it better are there. */
const lostWords = ({ state: { online, busy, sending, error }, say }: ViewContext): string =>
  online && sending.trouble !== 'offline' ? '' : say(busy || error ? 'errorNetwork' : 'offline');

function headerView(context: ViewContext): TemplateResult {
  const { state, session, say } = context;
  const { status } = state;
  const pausable = status === 'question' || status === 'checkpoint';
  return html`<header part="header">
    <slot name="logo"></slot><span class="where">${where(context)}</span>
    ${
      pausable
        ? html`<button type="button" class="icon-button" part="pause" aria-label=${say('pause')} @click=${() => session.pause()}>
            ${icon('M9 6v12M15 6v12')}
          </button>`
        : nothing
    }
  </header>`;
}

function where({ state, say }: ViewContext): string {
  const { status, step, progress, revising } = state;
  if (status === 'result') return say('resultTitle');
  if (status !== 'question' || step?.kind !== 'item') return say('region');
  const { number, phase } = step;
  const question = say(phase === 'gate' ? 'gate' : 'question', { number });
  return phase === 'gate' || revising ? question : `${question} · ${say('about', { minutes: progress.minutesLeft })}`;
}

function progressView({ state, say }: ViewContext): TemplateResult {
  const percent = Math.round(100 * state.progress.fraction);
  return html`<svg
    class="progress"
    part="progress"
    role="progressbar"
    aria-label=${say('progress')}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${percent}
  >
    ${svg`<rect width="${percent}%" height="6" rx="3" />`}
  </svg>`;
}
