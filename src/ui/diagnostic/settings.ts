import { DiagnosticError, type Language } from '../../model/index.js';

/** The attributes whose value is a word of a list; the first is the default. */
export const choices = {
  register: ['vous', 'tu'],
  reading: ['standard', 'simple'],
  resume: ['auto', 'ask', 'never'],
  storage: ['session', 'local', 'none'],
  sharing: ['ask', 'auto'],
  theme: ['inherit', 'light', 'dark', 'auto'],
} as const;

type Choices = typeof choices;
export type ChoiceName = keyof Choices;
export type Choice<N extends ChoiceName> = Choices[N][number];

/** The value of an attribute, or the default when it is absent or not in the list; then `report` hears about it. */
export function chosen<N extends ChoiceName>(
  name: N,
  value: string | null | undefined,
  report: (error: DiagnosticError) => void,
): Choice<N> {
  const allowed: readonly string[] = choices[name];
  if (value === null || value === undefined || value === '') return choices[name][0];
  if (allowed.includes(value)) return value as Choice<N>;
  report(
    new DiagnosticError('setting-invalid', `${name}="${value}" is none of: ${allowed.join(', ')}. "${choices[name][0]}" is used.`, {
      recoverable: true,
    }),
  );
  return choices[name][0];
}

/** The language of the element: its own, or that of the nearest ancestor that says one, across shadow roots; else French. */
export function languageOf(element: HTMLElement): Language {
  // Set as a property, it is not in the attribute.
  let language: string | null | undefined = element.lang;
  for (let at: Element | null = element; at && !language;) {
    const found: Element | null = at.closest('[lang]');
    language = found?.getAttribute('lang');
    const root = (found ?? at).getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return language?.toLowerCase().split('-')[0] === 'en' ? 'en' : 'fr';
}
