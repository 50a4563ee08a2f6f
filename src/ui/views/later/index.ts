/** The views that no first screen needs: fetched from the first gesture in a question on. */
export { checkpointView } from './checkpoint.js';
export { connectionWords, nextWaits } from './connection.js';
export { elsewhereView } from './elsewhere.js';
export { feedbackView } from './feedback.js';
export { idleDialog } from './idle.js';
export { pausedView } from './paused.js';
export { resultView } from './result.js';
export { frLater } from '../../locales/fr-later.js';
export { laterStyles as styles } from './styles.js';
