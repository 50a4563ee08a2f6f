import { pickText, plainText } from '../../src/model/index.js';
import type { Backend } from '../../src/backend/index.js';
import {
  memoryStorage,
  createSession,
  type Owners,
  type Session,
  type SessionEventName,
  type SessionEvents,
  type SessionOptions,
} from '../../src/session/index.js';
import { smallBackend } from './runs.js';

export interface Told {
  readonly name: SessionEventName;
  readonly detail: SessionEvents[SessionEventName];
}

/** A session with owners that a test holds in its hands. */
export interface Rig {
  readonly session: Session;
  /** What was told to the outside, in order. */
  readonly told: Told[];
  readonly names: () => SessionEventName[];
  /** What was told under a name, the last time. */
  last<N extends SessionEventName>(name: N): SessionEvents[N];
  /** Names of events that the host prevents. */
  readonly prevented: Set<SessionEventName>;
  readonly clock: { time: number };
  readonly network: { online: boolean; change(online: boolean): void; listeners: number };
}

export interface RigOptions extends Partial<Omit<SessionOptions, 'emit' | 'owners'>> {
  readonly storage?: Owners['storage'];
  readonly tabs?: Owners['tabs'];
  /** Called at each event, as a host page would be. */
  readonly onEvent?: (name: SessionEventName, session: Session) => void;
}

export function rig({ storage = memoryStorage(), tabs, onEvent, ...options }: RigOptions = {}): Rig {
  const told: Told[] = [];
  const prevented = new Set<SessionEventName>();
  const clock = { time: Date.UTC(2026, 2, 2, 9) };
  const listeners = new Set<() => void>();
  const network = {
    online: true,
    get listeners() {
      return listeners.size;
    },
    change(online: boolean) {
      network.online = online;
      listeners.forEach((changed) => changed());
    },
  };
  const session: Session = createSession({
    backend: smallBackend(),
    pathway: 'sondage',
    storageKey: 'key',
    resume: 'auto',
    sharing: () => 'ask',
    offers: () => [],
    recommend: () => undefined,
    words: (text) => plainText(pickText(text, { language: 'fr', register: 'vous', reading: 'standard' })),
    ...options,
    owners: {
      storage,
      clock: { now: () => clock.time },
      network: { online: () => network.online, listen: (changed) => (listeners.add(changed), () => void listeners.delete(changed)) },
      tabs,
    },
    emit: (name, detail) => {
      told.push({ name, detail });
      onEvent?.(name, session);
      return !prevented.has(name);
    },
  });
  session.connect();
  return {
    session,
    told,
    names: () => told.map(({ name }) => name),
    last: <N extends SessionEventName>(name: N) => {
      const found = told.findLast((event) => event.name === name);
      if (!found) throw new Error(`no event "${name}" among: ${told.map((event) => event.name).join(', ')}`);
      return found.detail as SessionEvents[N];
    },
    prevented,
    clock,
    network,
  };
}

/** What is on screen: a status, and the item or checkpoint of it. */
export const shown = ({ state: { status, step } }: Session): string =>
  status === 'question' || status === 'checkpoint'
    ? step?.kind === 'item'
      ? step.item.id
      : step?.kind === 'checkpoint'
        ? step.checkpoint
        : `${step?.kind}`
    : status;

/** Opens, starts, and answers so many questions rightly. */
export async function begun(made: Rig, answers = 0): Promise<Rig> {
  await made.session.load();
  await made.session.start();
  for (let i = 0; i < answers; i++) await made.session.submit({ selected: ['right'] });
  return made;
}

/** Goes on until the result, answering rightly. */
export async function finished(made: Rig): Promise<Rig> {
  await begun(made);
  for (let i = 0; made.session.state.status !== 'result'; i++) {
    if (i > 40) throw new Error(`stuck at ${shown(made.session)}`);
    if (made.session.state.step?.kind === 'item') await made.session.submit({ selected: ['right'] });
    else await made.session.proceed();
  }
  return made;
}

export type Call = 'open' | 'answer' | 'answers' | 'reopen' | 'finish' | 'explain' | 'attest' | 'share' | 'survey';

/** A backend whose calls can be made to wait or to fail. */
export interface Held {
  readonly backend: Backend;
  /** What was called, in order. */
  readonly calls: Call[];
  /** Arguments of the submissions that came through, in order. */
  readonly submissions: Parameters<Backend['answer']>[1][];
  /** The next call of that name fails: before it does anything, or after (its answer is lost on the way). */
  fail(call: Call, when?: 'before' | 'after', error?: Error): void;
  /** Calls of that name wait until the returned function is called. */
  hold(call: Call): () => void;
}

export function heldBackend(inner: Backend = smallBackend()): Held {
  const { attest, survey } = inner;
  const failures = new Map<string, Error>();
  const gates = new Map<Call, Promise<void>>();
  const calls: Call[] = [];
  const submissions: Parameters<Backend['answer']>[1][] = [];
  const stumble = (key: string): void => {
    const error = failures.get(key);
    failures.delete(key);
    if (error) throw error;
  };
  const pass = async <T>(call: Call, work: () => Promise<T>): Promise<T> => {
    calls.push(call);
    await gates.get(call);
    stumble(`before ${call}`);
    const value = await work();
    stumble(`after ${call}`);
    return value;
  };
  return {
    calls,
    submissions,
    backend: {
      ...inner,
      open: (...args) => pass('open', () => inner.open(...args)),
      answer: (...args) => pass('answer', () => (submissions.push(args[1]), inner.answer(...args))),
      answers: (...args) => pass('answers', () => inner.answers(...args)),
      reopen: (...args) => pass('reopen', () => inner.reopen(...args)),
      finish: (...args) => pass('finish', () => inner.finish(...args)),
      explain: (...args) => pass('explain', () => inner.explain(...args)),
      share: (...args) => pass('share', () => inner.share(...args)),
      ...(attest && { attest: (...args: Parameters<typeof attest>) => pass('attest', () => attest(...args)) }),
      ...(survey && { survey: (...args: Parameters<typeof survey>) => pass('survey', () => survey(...args)) }),
    },
    fail: (call, when = 'before', error = new Error('the network')) => void failures.set(`${when} ${call}`, error),
    hold(call) {
      let release = (): void => undefined;
      gates.set(call, new Promise((resolve) => (release = resolve)));
      return () => (gates.delete(call), release());
    },
  };
}

/** Lets everything that is ready to happen happen. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
