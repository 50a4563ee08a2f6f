import { define } from './ui/diagnostic/define.js';

export * from './element.js';
export { createEmbeddedBackend, type Backend, type EmbeddedOptions } from './backend/index.js';
export { DiagnosticError, errorCodes, type ErrorCode, type Offer, type Recommendation, type Result } from './model/index.js';
export { createSession, type Session, type SessionEvents, type SessionOptions, type SessionState, type Status } from './session/index.js';
export { version } from './version.js';

define();
