import { createHttpBackend } from '../../src/backend/http/http-backend.js';
import type { KeptSession } from '../../src/backend/http/kept.js';
import type { Result, SessionSnapshot, Step, Submission } from '../../src/model/index.js';
import { address, type Service } from '../support/service-rig.js';
import { virtualTime, type VirtualTime } from '../support/virtual-time.js';
import { wire, type Wire } from '../support/wire.js';
import type { Schedule } from './schedule.js';

/** Where the sessions live. */
export interface Home {
  readonly service: Service;
  /** What gives launch tokens for a learner, a new one at each call. */
  readonly launchFor: (sub: string) => () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** What came of it. */
export interface Afternoon {
  readonly session: string;
  /** Session token. */
  readonly token: string;
  /** What the learner sent, in order: each once, however often it was tried. */
  readonly given: readonly Submission[];
  readonly result: Result;
  /** Pages that died. */
  readonly crashes: number;
  /** Times that the session could not begin. */
  readonly errors: number;
}

interface World {
  readonly time: VirtualTime;
  readonly wire: Wire;
  readonly schedule: Schedule;
  readonly device: { resume?: unknown };
  readonly given: Submission[];
  readonly getToken: (() => Promise<string>) | undefined;
  crashes: number;
  errors: number;
}

type End = Pick<Afternoon, 'session' | 'token' | 'result'>;

/** One page, from its opening to the result; null when it died before. */
async function livePage(world: World): Promise<End | null> {
  const { wire, schedule, device, given, getToken } = world;
  const { owners, crash } = wire.page();
  const backend = createHttpBackend({
    url: address,
    ...(getToken ? { getToken } : { partner: 'demo' }),
    ...owners,
    random: schedule.random,
  });
  let alive = true;
  const { signal: live } = new AbortController();
  // A page that died does nothing more.
  const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => owners.timers.set(resolve, milliseconds));

  const keep = (resume: unknown): void => {
    if (!alive || (schedule.storage === 'refuses at times' && schedule.random() < 0.3)) return;
    device.resume = JSON.parse(JSON.stringify(resume));
  };
  /** Only a session that nothing is kept of may fail to open: the learner tries again. After that no error is shown. */
  const open = async (): Promise<SessionSnapshot> => {
    const { pathway } = schedule;
    if (device.resume !== undefined) return backend.open({ pathway, resume: device.resume }, live);
    try {
      return await backend.open({ pathway }, live);
    } catch {
      world.errors++;
      await sleep(2000);
      return open();
    }
  };
  const submissionFor = (step: Step): Submission =>
    step.kind === 'item'
      ? { kind: 'answer', id: crypto.randomUUID(), item: step.item.id, response: schedule.learner(step.item.id), seconds: 5 }
      : { kind: 'continue', id: crypto.randomUUID(), accept: schedule.random() < 0.5 };

  const play = async (): Promise<End> => {
    const snapshot = await open();
    const { id } = snapshot;
    keep(snapshot.resume);
    backend.watch(id, ({ resume }) => keep(resume));
    let { step } = snapshot;
    while (step.kind !== 'end') {
      await sleep(schedule.think());
      const submission = submissionFor(step);
      given.push(submission);
      const receipt = await backend.answer(id, submission, live);
      keep(receipt.resume);
      ({ step } = receipt);
    }
    const { result, resume } = await backend.finish(id, [], live);
    return { session: id, token: (resume as KeptSession).token, result };
  };
  const die = new Promise<null>((resolve) => {
    const after = schedule.crash();
    if (after < 1e9) owners.timers.set(() => resolve(null), after);
  });
  const end = await Promise.race([play(), die]);
  alive = false;
  crash();
  return end;
}

/** The connection comes and goes, until the learner is done. */
async function weather({ time, wire, schedule }: World, over: () => boolean): Promise<void> {
  while (!over()) {
    const [on, off] = schedule.connection();
    if (!off) return;
    await time.sleep(on);
    wire.setOnline(false);
    await time.sleep(off);
    wire.setOnline(true);
  }
}

/** A learner goes through a pathway, whatever happens. */
export async function afternoon({ service, launchFor }: Home, schedule: Schedule): Promise<Afternoon> {
  const time = virtualTime();
  const getToken = schedule.sub === undefined ? undefined : launchFor(schedule.sub);
  const world: World = {
    time,
    wire: wire(service, time, schedule.fate),
    schedule,
    device: {},
    given: [],
    getToken: getToken && (() => time.work(getToken())),
    crashes: 0,
    errors: 0,
  };
  let over = false;
  const run = async (): Promise<Afternoon> => {
    for (;;) {
      const end = await livePage(world);
      if (end) {
        over = true;
        const { given, crashes, errors } = world;
        return { ...end, given, crashes, errors };
      }
      world.crashes++;
      if (schedule.storage === 'is cleared' && schedule.random() < 0.5) delete world.device.resume;
      await time.sleep(schedule.think());
    }
  };
  void weather(world, () => over);
  return time.brings(run(), 24 * 3_600_000);
}
