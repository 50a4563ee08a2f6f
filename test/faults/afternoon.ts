import { createHttpBackend } from '../../src/backend/http/http-backend.js';
import type { Result, SessionSnapshot, Step, Submission } from '../../src/model/index.js';
import { launchFor } from '../support/http-rig.js';
import { address, type Service } from '../support/service-rig.js';
import { knowsUpTo, live } from '../support/runs.js';
import { virtualTime, type VirtualTime } from '../support/virtual-time.js';
import { wire, type Wire } from '../support/wire.js';
import type { Schedule } from './schedule.js';

/** What came of it. */
export interface Afternoon {
  readonly session: string;
  /** What the learner sent, in order: each once, however often it was tried. */
  readonly given: readonly Submission[];
  /** Of those, what the page was told to be done with: acknowledged, or kept on the device. */
  readonly kept: ReadonlySet<string>;
  readonly result: Result;
  /** Pages that died. */
  readonly crashes: number;
  /** Times that the screen showed an error. */
  readonly errors: number;
}

interface World {
  readonly time: VirtualTime;
  readonly wire: Wire;
  readonly schedule: Schedule;
  readonly device: { resume?: unknown };
  readonly given: Submission[];
  readonly kept: Set<string>;
  readonly getToken: (() => Promise<string>) | undefined;
  crashes: number;
  errors: number;
}

const unsentOf = (resume: unknown): readonly string[] =>
  (resume as { outbox: { submission: Submission }[] }).outbox.map(({ submission }) => submission.id);

/** One page, from its opening to the result; null when it died before. */
async function livePage(world: World): Promise<{ readonly session: string; readonly result: Result } | null> {
  const { time, wire, schedule, device, given, getToken } = world;
  const { owners, crash } = wire.page();
  const backend = createHttpBackend({
    url: address,
    ...(getToken ? { getToken } : { partner: 'demo' }),
    ...owners,
    random: schedule.random,
  });
  let alive = true;
  const learner = knowsUpTo(2);

  const keep = (resume: unknown): void => {
    if (!alive || (schedule.storage === 'refuses at times' && schedule.random() < 0.3)) return;
    device.resume = JSON.parse(JSON.stringify(resume));
    unsentOf(resume).forEach((id) => world.kept.add(id));
  };
  /** As the screen does: an error is shown, and the learner tries again after a while. */
  const persist = async <T>(work: () => Promise<T>): Promise<T> => {
    for (;;)
      try {
        return await work();
      } catch {
        world.errors++;
        await time.sleep(2000);
      }
  };
  const submissionFor = (step: Step): Submission =>
    step.kind === 'item'
      ? { kind: 'answer', id: crypto.randomUUID(), item: step.item.id, response: learner(step.item.id), seconds: 5 }
      : { kind: 'continue', id: crypto.randomUUID() };

  const play = async (): Promise<{ readonly session: string; readonly result: Result }> => {
    const snapshot: SessionSnapshot = await persist(() =>
      backend.open({ pathway: schedule.pathway, ...(device.resume !== undefined && { resume: device.resume }) }, live),
    );
    const { id } = snapshot;
    keep(snapshot.resume);
    backend.watch?.(id, ({ resume }) => keep(resume));
    let { step } = snapshot;
    while (step.kind !== 'end') {
      await time.sleep(schedule.think());
      const submission = submissionFor(step);
      given.push(submission);
      const receipt = await persist(() => backend.answer(id, submission, live));
      world.kept.add(submission.id);
      keep(receipt.resume);
      ({ step } = receipt);
    }
    const { result } = await persist(() => backend.finish(id, [], live));
    return { session: id, result };
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
export async function afternoon(service: Service, schedule: Schedule): Promise<Afternoon> {
  const time = virtualTime();
  const world: World = {
    time,
    wire: wire(service, time, schedule.fate),
    schedule,
    device: {},
    given: [],
    kept: new Set(),
    getToken: schedule.launches ? launchFor('ada') : undefined,
    crashes: 0,
    errors: 0,
  };
  let over = false;
  const run = async (): Promise<Afternoon> => {
    for (;;) {
      const end = await livePage(world);
      if (end) {
        over = true;
        const { given, kept, crashes, errors } = world;
        return { ...end, given, kept, crashes, errors };
      }
      world.crashes++;
      if (schedule.storage === 'is cleared' && schedule.random() < 0.5) delete world.device.resume;
      await time.sleep(schedule.think());
    }
  };
  void weather(world, () => over);
  return time.brings(run(), 24 * 3_600_000);
}
