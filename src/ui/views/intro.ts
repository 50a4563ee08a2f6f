import { html, nothing, type TemplateResult } from 'lit';
import { wording } from '../parts/rich-text.js';
import { button, type Screen, type ViewContext } from './screen.js';

const adapts = { evaluation: 'adapts', learning: 'adaptsLearning', campaign: 'adaptsCampaign' } as const;

/** What it is, how long it takes, that one may pause: then begin, or go on. */
export function introView(context: ViewContext): Screen {
  const { state, session, say, voice } = context;
  const { pathway, resumable, busy } = state;
  const start = (): void => void session.start();
  if (resumable)
    return {
      title: say('foundTitle'),
      body: html`<p>${say('foundText')}</p>`,
      actions: [
        button('restart', say('startAgain'), () => void session.restart()),
        button('start', say('goOn'), start, { primary: true, disabled: busy }),
      ],
    };
  const [from, to] = pathway?.minutes ?? [0, 0];
  const learning = pathway?.mode === 'learning';
  return {
    kicker: pathway && wording(pathway.title, voice),
    title: learning ? wording(pathway.title, voice) : say('introTitle'),
    body: html`<p class="lead muted">${wording(pathway?.summary, voice)}</p>
      <slot name="intro"></slot>
      <ol class="steps">
        ${step(1, say('minutes', { from, to }), say('pauseAnyTime'))}
        ${step(2, say(adapts[pathway?.mode ?? 'evaluation']), say(learning ? 'tryAgainAnyTime' : 'dontKnowHelps'))}
        ${step(3, say('nextStepForYou'), say('clearResult'))}
      </ol>
      ${pathway?.gate ? html`<p class="muted">${say('gateFirst')}</p>` : nothing}`,
    actions: [simpleReadingSwitch(context), button('start', say('start'), start, { primary: true, disabled: busy })],
  };
}

const step = (number: number, title: string, text: string): TemplateResult =>
  html`<li>
    <span class="number" aria-hidden="true">${number}</span><span><strong>${title}</strong><br /><span class="muted">${text}</span></span>
  </li>`;

const simpleReadingSwitch = ({ voice, say, setSimpleReading }: ViewContext): TemplateResult =>
  html`<label class="switch"
    ><input
      type="checkbox"
      .checked=${voice.reading === 'simple'}
      @change=${(event: Event) => setSimpleReading((event.target as HTMLInputElement).checked)}
    />
    ${say('simpleReading')}</label
  >`;
