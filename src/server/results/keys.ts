import type { Schemas } from '../../contract/index.js';
import type { Handlers } from '../http/routes.js';
import type { Service } from '../service.js';
import { etagOf } from './etag.js';

export const keyHandlers = ({ keys }: Service): Pick<Handlers, 'readKeys'> => ({
  async readKeys() {
    const body = { keys: await keys.published() } as Schemas['KeySet'];
    return { status: 200, body, etag: etagOf(body) };
  },
});
