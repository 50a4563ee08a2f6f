export type { Backend, BackendNews, Capabilities, OpenRequest, ShareReceipt } from './backend.js';
export { createEmbeddedBackend, type EmbeddedOptions } from './embedded/embedded-backend.js';
export { createHttpBackend, type HttpOptions } from './http/http-backend.js';
