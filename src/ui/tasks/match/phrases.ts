import type { Phrases } from '../../locales/phrases.js';

export const phrases = {
  fr: {
    progress: '{done} sur {count} classés',
    missing: ['Il vous en reste {left} à classer.', 'Il t’en reste {left} à classer.'],
  },
  en: {
    progress: '{done} of {count} sorted',
    missing: 'You have {left} left to sort.',
  },
} satisfies Phrases;
