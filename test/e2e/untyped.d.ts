// The helpers that plain Node scripts share, as these tests see them.
declare module '*/demo/serve.mjs' {
  export const strictPolicy: string;
  export function serve(
    port?: number,
    options?: { readonly service?: boolean },
  ): Promise<{ readonly address: string; close(): Promise<void> }>;
}
declare module '*/support/find-browser.mjs' {
  import type { LaunchOptions } from 'puppeteer-core';
  export function browserOptions(): LaunchOptions;
}
declare module '*/demo/publish.mjs' {
  export function publish(folder: string): Promise<void>;
}
