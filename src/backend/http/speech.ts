import type { Held } from './held.js';
import type { Ask, Asked, Failure, Outcome } from './request.js';
import type { Route, Said } from './routes.js';
import type { Waiting } from './waiting.js';

/** Tokens refused one after the other before giving up. */
const mostDenials = 4;

/** Gives a launch token of the partner, a new one at each call. */
export type GetToken = () => Promise<string>;

type Hopeless = (failure: Failure) => Promise<boolean>;

/** Asks about one session, with its token, and with a new one when that is refused. */
export interface Speech {
  /**
   * Tries again as long as that may help, so many times at most; what fails by the connection is known to {@link Held} at once.
   * Rejects only when `signal` gives up.
   * @param hopeless whether to give up after a failure, though trying again might help.
   */
  insist<R extends Route>(route: R, asked: Asked, tries: number, signal: AbortSignal, hopeless?: Hopeless): Promise<Outcome<Said<R>>>;
}

export interface SpeechMeans {
  readonly ask: Ask;
  readonly waiting: Waiting;
  readonly getToken: GetToken | undefined;
}

/** A token of the partner, or why there is none. */
export async function launchToken(getToken: GetToken): Promise<Outcome<string>> {
  try {
    return { said: await getToken() };
  } catch (cause) {
    // The partner's server may be out of reach as any other.
    return { failure: { kind: 'lost', reason: `"getToken" failed: ${String(cause)}`, cause } };
  }
}

/** Refused, but another token may do. */
export const wantsToken = ({ kind, problem }: Failure): boolean =>
  kind === 'denied' && (problem?.code.startsWith('token-') === true || problem?.code === 'launch-replayed');

export function createSpeech(held: Held, { ask, waiting, getToken }: SpeechMeans): Speech {
  let renewing: Promise<Outcome<unknown>> | undefined;
  const own = new AbortController().signal;

  const renew = async (): Promise<Outcome<unknown>> => {
    const launch = getToken ? await launchToken(getToken) : { said: undefined };
    if ('failure' in launch) return launch;
    const outcome = await ask('renewToken', { names: { session: held.kept.session }, token: launch.said }, own);
    if ('said' in outcome) held.change({ token: outcome.said.token });
    return outcome;
  };

  const once = async <R extends Route>(route: R, asked: Asked, signal: AbortSignal): Promise<Outcome<Said<R>>> => {
    const { session, token } = held.kept;
    const names = { session, ...asked.names };
    const outcome = await ask(route, { ...asked, names, token }, signal);
    if ('said' in outcome || !getToken || !wantsToken(outcome.failure)) return outcome;
    if (held.kept.token === token) {
      // One new token for all that wait for it.
      renewing ??= renew().finally(() => (renewing = undefined));
      const renewed = await renewing;
      if ('failure' in renewed) return renewed;
    }
    return ask(route, { ...asked, names, token: held.kept.token }, signal);
  };

  return {
    async insist(route, asked, tries, signal, hopeless) {
      for (let made = 1, denials = 0; ; made++) {
        const outcome = await once(route, asked, signal);
        if ('said' in outcome) {
          held.setOffline(false);
          return outcome;
        }
        const { failure } = outcome;
        if (failure.kind === 'lost') held.setOffline(true);
        const again = failure.kind === 'lost' || (getToken && wantsToken(failure) && ++denials < mostDenials);
        if (!again || made >= tries || (await hopeless?.(failure))) return outcome;
        await waiting.pause(made - 1, failure.retryAfter, signal);
      }
    },
  };
}
