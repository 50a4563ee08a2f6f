import { aboutPathway } from '../../backend/run/conductor.js';
import { digestOf } from './digest.js';
import type { Handler } from '../http/routes.js';
import type { Service } from '../service.js';

/** The pathways that a partner offers, in its order. */
export const listPathways =
  ({ partners, shelf }: Service): Handler<'listPathways'> =>
  async ({ query }) => {
    const { settings } = await partners.find(query.partner);
    const { pack } = shelf.conductor(shelf.current);
    const pathways = settings.pathways.flatMap((id) => pack.pathways.filter((pathway) => pathway.id === id).map(aboutPathway));
    return { status: 200, body: { pathways }, etag: `"${digestOf([shelf.current, settings.pathways])}"` };
  };
