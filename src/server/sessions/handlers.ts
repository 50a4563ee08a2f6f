import type { SessionTokens } from '../access/session-token.js';
import type { Handlers } from '../http/routes.js';
import type { Limiter } from '../limits.js';
import type { Service } from '../service.js';
import { createDesk } from './desk.js';
import { explain, finish, readResult } from './finish.js';
import { openSession } from './open.js';
import { listPathways } from './pathways.js';
import { answerSurvey, eraseSession, listAnswers, readAnswer, readSession, renewToken } from './read.js';
import { submit } from './submit.js';

type SessionOperations =
  | 'listPathways'
  | 'openSession'
  | 'readSession'
  | 'eraseSession'
  | 'renewToken'
  | 'submit'
  | 'listAnswers'
  | 'readAnswer'
  | 'finish'
  | 'readResult'
  | 'explain'
  | 'answerSurvey';

/** What the widget asks for: sessions, from their opening to their result. */
export function sessionHandlers(service: Service, tokens: SessionTokens, limiter: Limiter): Pick<Handlers, SessionOperations> {
  const desk = createDesk(service, tokens);
  return {
    listPathways: listPathways(service),
    openSession: openSession(desk, limiter),
    readSession: readSession(desk),
    eraseSession: eraseSession(desk),
    renewToken: renewToken(desk),
    submit: submit(desk),
    listAnswers: listAnswers(desk),
    readAnswer: readAnswer(desk),
    finish: finish(desk),
    readResult: readResult(desk),
    explain: explain(desk),
    answerSurvey: answerSurvey(desk),
  };
}
