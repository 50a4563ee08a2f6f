import { failureFields } from '../http/failure.js';
import type { OutboundFetch } from '../outbound.js';
import { repeat, type Repeated } from '../repeat.js';
import type { Service } from '../service.js';
import { deliver, type Due } from './delivery.js';

/** Under way at once in one process. */
const slots = 64;
/** Of one partner at once: while it answers, and once it did not. Who does not answer for long leaves room for the others. */
const share = { answering: 8, silent: 1 };
/** Milliseconds after which a delivery that a process took and never brought to an end is free again. */
const lease = 120_000;
/** Milliseconds between two looks at the whole queue, unless all that was found is done. */
const idle = 1000;

/** Partners to whom something is due: the one statement of the service that asks all partners' rows, and it only reads. */
async function partnersDue({ db, now }: Service): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select('partner_id')
    .distinct()
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now())
    .execute();
  return rows.map((row) => row.partner_id);
}

/** Takes what is due, for nobody else to take: a lease, not a transaction, so that a slow partner holds nothing up. */
const take = ({ db, now }: Service, partner: string, most: number): Promise<readonly Due[]> =>
  db.transaction().execute(async (trx) => {
    const at = now();
    const due = await trx
      .selectFrom('deliveries')
      .select('event_id')
      .where('partner_id', '=', partner)
      .where('state', '=', 'waiting')
      .where('next_at', '<=', at)
      .orderBy('next_at')
      .limit(most)
      .forUpdate()
      .skipLocked()
      .execute();
    if (!due.length) return [];
    const events = due.map((row) => row.event_id);
    return trx
      .updateTable('deliveries')
      .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), last_at: at, next_at: new Date(at.getTime() + lease) }))
      .where('partner_id', '=', partner)
      .where('event_id', 'in', events)
      .returning(['partner_id', 'event_id', 'attempts'])
      .execute();
  });

interface Queue {
  /** Sends what is due, and what comes due meanwhile, until nothing is left. @returns how many were tried. */
  empty(): Promise<number>;
  /** Takes no more. */
  stop(): void;
}

function createQueue(service: Service, outbound: OutboundFetch): Queue {
  const underWay = new Map<string, number>();
  const silent = new Set<string>();
  /** Where something was due when it was looked for, and may still be. */
  const due = new Set<string>();
  let lookedAt = -Infinity;
  let [busy, ended, stopped] = [0, 0, false];
  let wake = (): void => undefined;

  const failed = (thrown: unknown): void => service.log('error', 'webhooks', failureFields(thrown));

  const begin = async (due: Due): Promise<void> => {
    const { partner_id: partner } = due;
    busy++;
    underWay.set(partner, (underWay.get(partner) ?? 0) + 1);
    try {
      if (await deliver(service, outbound, due)) silent.delete(partner);
      else silent.add(partner);
    } catch (thrown) {
      // It comes again when its lease is over.
      failed(thrown);
    }
    const left = underWay.get(partner)! - 1;
    if (left) underWay.set(partner, left);
    else underWay.delete(partner);
    busy--;
    ended++;
    wake();
  };

  const look = async (): Promise<void> => {
    lookedAt = performance.now();
    const found = await partnersDue(service).catch(async (thrown: unknown) => {
      failed(thrown);
      // One machine of a cluster may be away: whoever has a webhook is asked for, each on its own.
      return (await service.partners.all()).filter(({ settings }) => settings.webhook).map(({ id }) => id);
    });
    for (const partner of found) due.add(partner);
  };

  /** Gives the free slots away, first to partners that have none. @returns how many were begun. */
  const fill = async (): Promise<number> => {
    let begun = 0;
    for (const partner of [...due].sort((a, b) => (underWay.get(a) ?? 0) - (underWay.get(b) ?? 0))) {
      const free = (silent.has(partner) ? share.silent : share.answering) - (underWay.get(partner) ?? 0);
      if (stopped || busy >= slots || free <= 0) continue;
      const most = Math.min(free, slots - busy);
      const taken = await take(service, partner, most).catch((thrown: unknown) => (failed(thrown), []));
      if (taken.length < most) due.delete(partner);
      for (const one of taken) void begin(one);
      begun += taken.length;
    }
    return begun;
  };

  const change = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, idle).unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    async empty() {
      let tried = 0;
      for (;;) {
        const before = ended;
        const looks = !stopped && busy < slots && (due.size + busy === 0 || performance.now() - lookedAt >= idle);
        if (looks) await look();
        const begun = stopped ? 0 : await fill();
        tried += begun;
        if (busy > 0 && ended === before) await change();
        else if (busy + begun === 0 && (looks || stopped)) return tried;
      }
    },
    stop() {
      stopped = true;
      wake();
    },
  };
}

/** Sends the webhooks that are due. @returns how many were tried. */
export const deliverDue = (service: Service, outbound: OutboundFetch): Promise<number> => createQueue(service, outbound).empty();

/** Sends webhooks as they come due. Any number of processes may do so: each is taken by one. */
export function startDeliveries(service: Service, { outbound }: { readonly outbound: OutboundFetch }): Repeated {
  const queue = createQueue(service, outbound);
  const repeated = repeat(queue.empty, idle, (thrown) => service.log('error', 'webhooks', failureFields(thrown)));
  return {
    stop() {
      queue.stop();
      return repeated.stop();
    },
  };
}
