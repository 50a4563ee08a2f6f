import type { Backend } from '../../backend/index.js';
import { DiagnosticError } from '../../model/index.js';

/** A backend whose code is fetched when a session is first opened: from then on it is that backend. */
export function fetchedBackend(load: () => Promise<Backend>): Backend {
  const unopened = (): Promise<never> =>
    Promise.reject(new DiagnosticError('unexpected', 'This backend has no open session. Call open() first.', { recoverable: false }));
  const backend: Backend = {
    capabilities: { attests: false, sends: false, surveys: false },
    async open(...request) {
      const fetched = await load();
      Object.defineProperties(backend, Object.getOwnPropertyDescriptors(fetched));
      return fetched.open(...request);
    },
    answer: unopened,
    answers: unopened,
    reopen: unopened,
    finish: unopened,
    explain: unopened,
    share: unopened,
  };
  return backend;
}
