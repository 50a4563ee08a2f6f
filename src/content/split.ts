import type { Pack, Pathway } from '../model/index.js';

/** `rest.json`: what of an index nobody needs before the first question of an entry gate. */
export interface PackRest extends Pick<Pack, 'version' | 'domains' | 'axes' | 'subjects' | 'items'> {
  /** In the order of those of `pack.json`. */
  readonly pathways: readonly Pick<Pathway, 'id' | 'lessons' | 'recommendations'>[];
}

/** `pack.json`. */
export interface PackFront extends Omit<Pack, keyof PackRest> {
  readonly version: string;
  readonly pathways: readonly Omit<Pathway, 'lessons' | 'recommendations'>[];
}

/** An index as its two files: `parsePack` puts them together again. However many items a pack has, its first screen costs the same. */
export function splitPack({ domains, axes, subjects, items, pathways, ...front }: Pack): { front: PackFront; rest: PackRest } {
  return {
    front: { ...front, pathways: pathways.map(({ lessons: _, recommendations: __, ...pathway }) => pathway) },
    rest: {
      version: front.version,
      domains,
      axes,
      subjects,
      items,
      pathways: pathways.map(({ id, lessons, recommendations }) => ({ id, ...(lessons && { lessons }), recommendations })),
    },
  };
}
