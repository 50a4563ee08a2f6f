export type { DatabaseSettings } from './database/open.js';
export { logLines, silent, type Log, type LogLevel } from './log.js';
export { startServer, type RunningServer } from './serve.js';
export { settingsFrom, type ServeFlags, type ServerSettings } from './settings.js';
