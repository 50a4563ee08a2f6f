const ordered = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** JSON of a value: the same for the same value, however its members are ordered. */
export const canonical = (value: unknown): string => JSON.stringify(value, ordered);
