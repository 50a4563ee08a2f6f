import { importAgain } from '../../import-again.js';
import type { Backend } from '../backend.js';
import { code } from '../code.js';
import type { HttpOptions, HttpSessions } from './http-backend.js';

// Apart from the first screens of who does without.
const httpCode = importAgain(() => import('./http-backend.js'));

/**
 * The backend on a service (contract `/v1`): one round trip a question. Answers wait in an outbox until the service has
 * them, also across a reload; meanwhile the learner goes on with a reserve of questions. Its code is fetched when a
 * session is opened.
 */
export function createHttpBackend(options: HttpOptions): Backend {
  let made: HttpSessions | undefined;
  const home = async (): Promise<HttpSessions> => {
    const { httpSessions } = await code(httpCode);
    return (made ??= httpSessions(options));
  };
  // What is there is asked at once: an answer is kept in the moment in which it is given.
  const ask = <T>(work: (sessions: HttpSessions) => Promise<T>): Promise<T> => (made ? work(made) : home().then(work));
  return {
    capabilities: { attests: true, sends: true, surveys: true },
    open: (...given) => ask(({ open }) => open(...given)),
    answer: (...given) => ask(({ answer }) => answer(...given)),
    answers: (...given) => ask(({ answers }) => answers(...given)),
    reopen: (...given) => ask(({ reopen }) => reopen(...given)),
    finish: (...given) => ask(({ finish }) => finish(...given)),
    explain: (...given) => ask(({ explain }) => explain(...given)),
    attest: (...given) => ask(({ attest }) => attest(...given)),
    share: (...given) => ask(({ share }) => share(...given)),
    survey: (...given) => ask(({ survey }) => survey(...given)),
    // There is no session to hear of before one was opened.
    watch: (...given) => made?.watch(...given) ?? (() => undefined),
  };
}
