import { createHttpBackend } from '../../src/backend/http/http-backend.js';
import type { KeptSession } from '../../src/backend/http/kept.js';
import type { Backend } from '../../src/backend/index.js';
import { pickText, plainText, type Result } from '../../src/model/index.js';
import { createSession } from '../../src/session/index.js';
import { address } from '../support/service-rig.js';
import { virtualTime, type VirtualTime } from '../support/virtual-time.js';
import { wire, type Wire } from '../support/wire.js';
import { createDevice, type Device } from './device.js';
import { useSession } from './hands.js';
import type { Home } from './home.js';
import { createLedger, type Ledger } from './ledger.js';
import type { Schedule } from './schedule.js';

/** What came of it. */
export interface Afternoon {
  readonly ledger: Ledger;
  readonly result: Result;
  /** Session token of the session that has the result. */
  readonly token: string;
  /** Pages that died, or had to be loaded again. */
  readonly pages: number;
  readonly mishaps: number;
}

interface World {
  readonly time: VirtualTime;
  readonly wire: Wire;
  readonly schedule: Schedule;
  readonly device: Device;
  readonly ledger: Ledger;
  readonly getToken: (() => Promise<string>) | undefined;
  token: string;
}

/** The backend, with an eye on what is given to it. */
const watched = (backend: ReturnType<typeof createHttpBackend>, world: World): Backend => ({
  ...backend,
  answer(session, submission, signal) {
    world.ledger.sends(session, submission);
    return backend.answer(session, submission, signal);
  },
  async finish(...asked) {
    // The session fetches the code of what comes after the result: that is work of the real world.
    void world.time.work(Promise.resolve().then(() => import('../../src/session/after-result.js')));
    const finished = await backend.finish(...asked);
    world.token = (finished.resume as KeptSession).token;
    return finished;
  },
});

/** One page, from its opening to the result; null when it died before, or had to be loaded again. */
async function livePage(world: World): Promise<Result | null> {
  const { wire, schedule, device, ledger, getToken } = world;
  const { owners, crash } = wire.page();
  const { accepted, given, lost } = ledger;
  const storage = device.storage((text) => {
    for (const { id } of given) if (id !== undefined && !accepted.has(id) && !text.includes(id)) lost.add(id);
  });
  const http = createHttpBackend({
    url: address,
    ...(getToken ? { getToken } : { partner: 'demo' }),
    ...owners,
    random: schedule.random,
  });
  const session = createSession({
    backend: watched(http, world),
    pathway: schedule.pathway,
    owners: { storage, clock: device.clock, network: owners.network },
    storageKey: 'kept',
    resume: 'auto',
    sharing: () => 'ask',
    offers: () => [],
    recommend: () => undefined,
    words: (text) => plainText(pickText(text, { language: 'fr', register: 'vous', reading: 'standard' })),
    emit(name, detail) {
      if (name === 'error' && 'code' in detail && detail.code === 'answer-not-sent') ledger.refusals++;
      return true;
    },
  });
  session.subscribe(() => {
    const { refused, moved } = session.state;
    if (refused && !told.refused) ledger.refusals++;
    if (moved && !told.moved) ledger.moves++;
    told = { refused, moved };
  });
  let told = { refused: false, moved: false };
  session.connect();
  // A page that died does nothing more.
  const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => owners.timers.set(resolve, milliseconds));
  const die = new Promise<null>((resolve) => {
    const after = schedule.crash();
    if (after < 1e9) owners.timers.set(() => resolve(null), after);
  });
  const end = await Promise.race([useSession(session, ledger, schedule, sleep), die]);
  storage.die();
  crash();
  return end;
}

/** Repeats what happens by itself, until the learner is done. */
async function meanwhile(over: () => boolean, again: () => Promise<boolean>): Promise<void> {
  while (!over() && (await again()));
}

/** A learner goes through a pathway, whatever happens. */
export async function afternoon(home: Home, schedule: Schedule): Promise<Afternoon> {
  const time = virtualTime();
  await home.begin(schedule.number, time.now);
  const ledger = createLedger();
  const { failed } = ledger;
  const numbers = new Map<string, number>();
  let mishaps = 0;
  const serve = (request: Request): Promise<Response> => {
    const mishap = schedule.mishap();
    if (mishap) mishaps++;
    return home.service(request, mishap);
  };
  const net = wire(ledger.around(serve), time, (operation, key) => {
    if (operation !== 'submit' || key === undefined) return schedule.fate(operation);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    const fate = schedule.fate(operation, numbers.get(key));
    if (fate.instead?.code === 'unexpected') failed.set(key, (failed.get(key) ?? 0) + 1);
    return fate;
  });
  const getToken = schedule.sub === undefined ? undefined : home.launchFor(schedule.sub);
  const device = createDevice(schedule, time);
  const world: World = { time, wire: net, schedule, device, ledger, getToken: getToken && (() => time.work(getToken())), token: '' };
  let over = false;
  let pages = 0;
  const run = async (): Promise<Afternoon> => {
    for (;;) {
      const result = await livePage(world);
      if (result) {
        over = true;
        return { ledger, result, token: world.token, pages, mishaps };
      }
      pages++;
      if (schedule.storage === 'is cleared' && schedule.random() < 0.5) device.clear();
      await time.sleep(schedule.think());
    }
  };
  const isOver = (): boolean => over;
  void meanwhile(isOver, async () => {
    const [on, off] = schedule.connection();
    if (!off) return false;
    await time.sleep(on);
    net.setOnline(false);
    await time.sleep(off);
    net.setOnline(true);
    return true;
  });
  for (const [whose, clock] of [
    ['device', device],
    ['service', home.clock],
  ] as const)
    void meanwhile(isOver, async () => {
      const [after, by] = schedule.clock(whose);
      if (!after) return false;
      await time.sleep(after);
      if (!over) clock.set(by);
      return true;
    });
  return time.brings(run(), 24 * 3_600_000);
}
