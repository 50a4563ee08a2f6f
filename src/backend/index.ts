export type { Backend, BackendNews, Capabilities, OpenRequest, ShareReceipt } from './backend.js';
export { createEmbeddedBackend, type EmbeddedOptions } from './embedded/embedded-backend.js';
