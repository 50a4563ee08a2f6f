/** The demonstration portals: folders of `demo/`. */
export const portals = ['bare', 'e2c', 'unis-cite', 'sma'] as const;
export type Portal = (typeof portals)[number];
