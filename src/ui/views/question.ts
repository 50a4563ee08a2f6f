import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { html } from 'lit/static-html.js';
import type { ItemStep } from '../../model/index.js';
import type { TaskElement } from '../tasks/task-element.js';
import type { TaskType } from '../../model/index.js';
import { wording } from '../parts/rich-text.js';
import { button, failureWords, notice, type Screen, type ViewContext } from './screen.js';

/** One question: its situation, what to do, the task, and the two ways on. */
export function questionView(context: ViewContext, step: ItemStep, feedback: unknown): Screen {
  const { state, session, say, voice, taskTag } = context;
  const { item } = step;
  const answered = state.feedback !== undefined;
  const keepDraft = (event: Event): void => {
    const { response } = event.target as TaskElement<TaskType>;
    if (response) session.draft(response);
  };
  return {
    kicker: wording(item.situation, voice),
    title: wording(item.prompt, voice),
    body: html`${item.detail === undefined ? nothing : html`<div class="detail">${wording(item.detail, voice)}</div>`}
      <div part="task" class="task" lang=${voice.language === 'fr' ? nothing : 'fr'} translate="no" aria-busy=${taskTag === undefined}>
        ${
          taskTag === undefined
            ? html`<p class="waiting muted">${say('taskLoading')}</p>`
            : keyed(
                item.id,
                html`<${taskTag} data-task .task=${item.task} .response=${state.draft} ?disabled=${answered || state.busy} @response-change=${keepDraft}></${taskTag}>`,
              )
        }
      </div>
      ${
        item.hint === undefined || answered
          ? nothing
          : html`<details class="hint">
              <summary>${say('hint')}</summary>
              ${wording(item.hint, voice)}
            </details>`
      }
      ${feedback} ${notice(context.notice || failureWords(context))}`,
    actions: answered ? nothing : questionActions(context),
  };
}

function questionActions({ state, session, say, submit, taskTag }: ViewContext): unknown {
  const waiting = state.busy || taskTag === undefined;
  return [
    state.revising ? button('leave', say('reviewLeave'), () => session.leaveReopened()) : nothing,
    button('skip', say('skip'), () => void session.submit(null), { disabled: state.busy }),
    button('submit', say('submit'), submit, { primary: true, disabled: waiting }),
  ];
}
