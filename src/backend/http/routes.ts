import type { AnswerTo, Method, OperationId, Schemas } from '../../contract/index.js';

/** What a learner's page asks of the service: method and address of each operation, as the contract has them. */
export const routes = {
  openSession: ['post', '/v1/sessions'],
  readSession: ['get', '/v1/sessions/{session}'],
  renewToken: ['post', '/v1/sessions/{session}/token'],
  submit: ['post', '/v1/sessions/{session}/submissions'],
  listAnswers: ['get', '/v1/sessions/{session}/answers'],
  readAnswer: ['get', '/v1/sessions/{session}/answers/{item}'],
  finish: ['post', '/v1/sessions/{session}/finish'],
  explain: ['get', '/v1/sessions/{session}/explanation'],
  attest: ['post', '/v1/sessions/{session}/attestation'],
  share: ['post', '/v1/sessions/{session}/share'],
  answerSurvey: ['put', '/v1/sessions/{session}/survey'],
} as const satisfies Partial<Record<OperationId, readonly [Method, string]>>;

export type Route = keyof typeof routes;
/** The body of a successful answer. */
export type Said<R extends Route> = AnswerTo<R>['body'];
export type OpenedSession = Schemas['OpenedSession'];

/** Where an operation is, without the address of the service. */
export const pathOf = (route: Route, names: Readonly<Record<string, string>>): string =>
  routes[route][1].replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''));
