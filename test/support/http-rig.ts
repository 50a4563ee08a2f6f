import { createHttpBackend, type HttpOptions } from '../../src/backend/http/http-backend.js';
import type { BackendNews } from '../../src/backend/index.js';
import type { OperationId } from '../../src/contract/index.js';
import type { Receipt, SessionSnapshot, Submission } from '../../src/model/index.js';
import { address, smallService, type Service } from './service-rig.js';
import { live } from './runs.js';
import { virtualTime, type VirtualTime } from './virtual-time.js';
import { fair, wire, type Fate, type Wire } from './wire.js';

/** A page with the backend, that keeps what it is told to keep. */
export interface HttpPage {
  readonly backend: ReturnType<typeof createHttpBackend>;
  readonly news: BackendNews[];
  open(pathway: string): Promise<SessionSnapshot>;
  answer(submission: Submission): Promise<Receipt>;
  /** As if the device had lost power. */
  crash(): void;
}

export interface HttpRig {
  readonly time: VirtualTime;
  readonly wire: Wire;
  /** What the device keeps. */
  readonly device: { resume: unknown };
  /** Fates of the next requests of an operation; then all is fair again. */
  readonly fates: Map<OperationId, Fate[]>;
  page(options?: Partial<HttpOptions>): HttpPage;
}

/** Its `jti` is new each time. */
export const launchFor = (sub: string) => (): Promise<string> =>
  Promise.resolve(`x.${btoa(JSON.stringify({ sub, jti: crypto.randomUUID() })).replaceAll('=', '')}.x`);

export function httpRig(service: Service = smallService()): HttpRig {
  const time = virtualTime();
  const fates = new Map<OperationId, Fate[]>();
  const net = wire(service, time, (operation) => fates.get(operation)?.shift() ?? fair);
  const device: { resume: unknown } = { resume: undefined };
  return {
    time,
    wire: net,
    device,
    fates,
    page(options) {
      const { owners, crash } = net.page();
      const backend = createHttpBackend({ url: `${address}/`, partner: 'demo', random: () => 0.5, ...owners, ...options });
      const news: BackendNews[] = [];
      // As storage does: what is kept is a copy.
      const keep = (resume: unknown): void => void (device.resume = JSON.parse(JSON.stringify(resume)));
      let session = '';
      return {
        backend,
        news,
        crash,
        async open(pathway) {
          const opened = await time.brings(backend.open({ pathway, ...(device.resume !== undefined && { resume: device.resume }) }, live));
          session = opened.id;
          keep(opened.resume);
          backend.watch(session, (word) => (news.push(word), keep(word.resume)));
          return opened;
        },
        async answer(submission) {
          const receipt = await time.brings(backend.answer(session, submission, live));
          keep(receipt.resume);
          return receipt;
        },
      };
    },
  };
}
