import { version } from '../version.js';
import { etagOf } from './etag.js';
import type { Operations } from './operations.js';
import { signer } from './signer.js';

/** What is asked of the service itself. */
export const serviceOperations: Pick<Operations, 'readKeys' | 'readHealth'> = {
  async readKeys() {
    const body = { keys: [await signer.published()] };
    return { status: 200, body, etag: await etagOf(body) };
  },

  readHealth: ({ conductor: { pack } }) => ({
    status: 200,
    body: { status: 'ok', version, database: 'ok', packs: [`${pack.id}@${pack.version}`], capabilities: { workshops: false } },
  }),
};
