import { PixDiagnosticElement } from './diagnostic-element.js';

export interface DefineOptions {
  /** Registers `<pix-diagnostic-SUFFIX>`, for a page that already has another version. */
  readonly suffix?: string;
  /** A scoped registry; the page's own unless given. */
  readonly registry?: CustomElementRegistry;
}

/**
 * Registers the element. Harmless when it is registered already, and where there is no registry at all (on a server).
 * @returns the tag under which the element can be used.
 */
export function define({ suffix, registry = globalThis.customElements }: DefineOptions = {}): string {
  const tag = suffix ? `pix-diagnostic-${suffix}` : 'pix-diagnostic';
  const existing = registry?.get(tag) as Partial<typeof PixDiagnosticElement> | undefined;
  if (existing) {
    if (existing.version !== PixDiagnosticElement.version)
      console.warn(
        `<${tag}> is registered already, by version ${existing.version ?? 'unknown'}; version ${PixDiagnosticElement.version} can be used beside it with define({ suffix }).`,
      );
  } else registry?.define(tag, suffix ? class extends PixDiagnosticElement {} : PixDiagnosticElement);
  return tag;
}

declare global {
  interface HTMLElementTagNameMap {
    'pix-diagnostic': PixDiagnosticElement;
  }
}
