import type { SessionEventName, SessionEvents } from '../../session/index.js';

/** Dispatched on the element itself; bubbles and crosses shadow roots, so that a page may listen anywhere above. */
class DiagnosticEvent<N extends SessionEventName> extends CustomEvent<SessionEvents[N]> {
  constructor(name: N, detail: SessionEvents[N], cancelable = false) {
    super(`pix-${name}`, { detail, bubbles: true, composed: true, cancelable });
  }
}

/** The diagnostic is there and can be started. */
export class PixReadyEvent extends DiagnosticEvent<'ready'> {}
/** The learner begins, or goes on with, a session. */
export class PixStartEvent extends DiagnosticEvent<'start'> {}
/** A question is shown. */
export class PixQuestionEvent extends DiagnosticEvent<'question'> {}
/** An answer was taken. Says neither the answer nor whether it was right. */
export class PixAnswerEvent extends DiagnosticEvent<'answer'> {}
/** How far the learner is; never goes back within a session. */
export class PixProgressEvent extends DiagnosticEvent<'progress'> {}
export class PixPauseEvent extends DiagnosticEvent<'pause'> {}
export class PixResumeEvent extends DiagnosticEvent<'resume'> {}
/** The result, as the learner sees it. Not shared yet. */
export class PixResultEvent extends DiagnosticEvent<'result'> {}
/** The learner agrees to send the result on. Cancelable: the host sends it by its own way. */
export class PixShareEvent extends DiagnosticEvent<'share'> {}
/** The learner chose a next step. Cancelable: the host takes the learner there. */
export class PixPathwayEvent extends DiagnosticEvent<'pathway'> {}
/** The learner says whether they would recommend the diagnostic. */
export class PixSurveyEvent extends DiagnosticEvent<'survey'> {}
/** Something went wrong. Cancelable: the host shows its own message. */
export class PixErrorEvent extends DiagnosticEvent<'error'> {}

const classes: { readonly [N in SessionEventName]: new (name: N, detail: SessionEvents[N], cancelable?: boolean) => DiagnosticEvent<N> } = {
  ready: PixReadyEvent,
  start: PixStartEvent,
  question: PixQuestionEvent,
  answer: PixAnswerEvent,
  progress: PixProgressEvent,
  pause: PixPauseEvent,
  resume: PixResumeEvent,
  result: PixResultEvent,
  share: PixShareEvent,
  pathway: PixPathwayEvent,
  survey: PixSurveyEvent,
  error: PixErrorEvent,
};

const cancelable: readonly SessionEventName[] = ['share', 'pathway', 'error'];

/** The public event for what a session says. */
export const eventFor = <N extends SessionEventName>(name: N, detail: SessionEvents[N]): DiagnosticEvent<N> =>
  new classes[name](name, detail, cancelable.includes(name));

declare global {
  interface HTMLElementEventMap {
    'pix-ready': PixReadyEvent;
    'pix-start': PixStartEvent;
    'pix-question': PixQuestionEvent;
    'pix-answer': PixAnswerEvent;
    'pix-progress': PixProgressEvent;
    'pix-pause': PixPauseEvent;
    'pix-resume': PixResumeEvent;
    'pix-result': PixResultEvent;
    'pix-share': PixShareEvent;
    'pix-pathway': PixPathwayEvent;
    'pix-survey': PixSurveyEvent;
    'pix-error': PixErrorEvent;
  }
}
