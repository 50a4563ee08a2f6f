export { createHandlers, type HandlerOptions } from './handlers.js';
