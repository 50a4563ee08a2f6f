import { launchFor } from '../support/http-rig.js';
import { smallService } from '../support/service-rig.js';
import { homeClock, type Home } from './home.js';

/** The service in memory that hosts test with: it has no process to kill, and keeps its log to itself. */
export function standInHome(): Home {
  const clock = homeClock();
  const service = smallService({ now: clock.now });
  return {
    clock,
    begin: (_, time) => Promise.resolve(clock.follow(time)),
    service: (request) => service(request),
    launchFor,
    close: () => Promise.resolve(),
  };
}
