import type { Phrases } from '../../locales/phrases.js';

export const phrases = {
  fr: {
    one: ['Choisissez une réponse.', 'Choisis une réponse.'],
    several: 'Plusieurs réponses sont possibles.',
    missing: ['Choisissez d’abord une réponse.', 'Choisis d’abord une réponse.'],
    missingSome: ['Choisissez d’abord au moins une réponse.', 'Choisis d’abord au moins une réponse.'],
  },
  en: {
    one: 'Choose one answer.',
    several: 'You can choose several answers.',
    missing: 'Choose an answer first.',
    missingSome: 'Choose at least one answer first.',
  },
} satisfies Phrases;
