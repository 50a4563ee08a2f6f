import { html as staticHtml } from 'lit/static-html.js';
import { html, nothing } from 'lit';
import { headingTag } from '../../parts/heading.js';
import { icon } from '../../parts/icon.js';
import { common } from '../../parts/icons.js';
import { button, notice, type ViewContext } from '../screen.js';

const marks = Array.from({ length: 11 }, (_, mark) => mark);

/** Would the learner recommend this? It can be passed over, and counts for nothing in the result. */
export function surveyPart({ session, say, state, headingLevel }: ViewContext): unknown {
  const { survey } = state;
  if (survey === 'no') return nothing;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const mark = new FormData(form).get('recommend');
    if (mark === null) form.querySelector('input')?.focus();
    else void session.survey(Number(mark));
  };
  return staticHtml`<section class="survey" part="survey">
    <${headingTag(headingLevel + 1)} class="subtitle" id="survey-title">${say('surveyTitle')}</${headingTag(headingLevel + 1)}>
    ${
      survey === 'taken'
        ? html`<p class="shared" role="status">${icon(common.check)} ${say('surveyThanks')}</p>`
        : html`<form @submit=${send}>
            <p id="survey-scale" class="muted">${say('surveyScale')}</p>
            <div class="marks" role="radiogroup" aria-labelledby="survey-title" aria-describedby="survey-scale">
              ${marks.map((mark) => html`<label class="mark"><input type="radio" name="recommend" value=${mark} />${mark}</label>`)}
            </div>
            <div class="row">
              ${button('survey-skip', say('surveySkip'), () => void session.survey(null))}
              <button type="submit" class="button" part="survey-send" ?disabled=${survey === 'sending'}>${say('surveySend')}</button>
            </div>
            ${notice(survey === 'failed' ? say('surveyFailed') : '')}
          </form>`
    }
  </section>`;
}
