/** The class of the element, without registering it. */
export { PixDiagnosticElement } from './ui/diagnostic/diagnostic-element.js';
export { define, type DefineOptions } from './ui/diagnostic/define.js';
export * from './ui/diagnostic/events.js';
