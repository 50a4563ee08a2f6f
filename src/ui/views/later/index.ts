/** The views that no first screen needs: fetched while the first question is being read. */
export { checkpointView } from './checkpoint.js';
export { connectionWords, nextWaits } from './connection.js';
export { elsewhereView } from './elsewhere.js';
export { feedbackView } from './feedback.js';
export { resultView } from './result.js';
export { frLater } from '../../locales/fr-later.js';
export { laterStyles as styles } from './styles.js';
