export { createSession } from './create-session.js';
export type { Emit, SessionEventName, SessionEvents } from './events.js';
export {
  deviceClock,
  deviceNetwork,
  deviceStorage,
  memoryStorage,
  type ClockOwner,
  type NetworkOwner,
  type Owners,
  type StorageKind,
  type StorageOwner,
} from './owners.js';
export type { Session, SessionOptions } from './session.js';
export { initialState, type SessionState, type Status } from './state.js';
export { deviceTabs, type Release, type TabsOwner } from './tabs.js';
