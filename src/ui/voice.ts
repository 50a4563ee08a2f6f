import { createContext } from '@lit/context';
import type { Voice } from '../model/index.js';

/** How the learner is spoken to: given by the element, used by every task. */
export const voiceContext = createContext<Voice>(Symbol.for('pix-diagnostic/voice'));

export const defaultVoice: Voice = { language: 'fr', register: 'vous', reading: 'standard' };
