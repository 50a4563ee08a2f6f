/** The compiled pack that comes with the package, beside the script. */
export const ownContent = (): string => new URL('./packs/socle-fr/', import.meta.url).href;
