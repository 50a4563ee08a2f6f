/** What PostgreSQL keeps neither as text nor in JSON: the character NUL, and halves of surrogate pairs. */
const unkept = /\0|\p{Surrogate}/u;

/** Can the database keep this text as it is? */
export const isKeepable = (text: string): boolean => !unkept.test(text);

const cleaned = (text: string): string => (isKeepable(text) ? text : text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD'));

/** The same JSON value without what the database cannot keep: half an emoji must not cost a learner the answer around it. */
export function keepable(value: unknown): unknown {
  if (typeof value === 'string') return cleaned(value);
  if (Array.isArray(value)) return value.map(keepable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [cleaned(name), keepable(inner)]));
}
