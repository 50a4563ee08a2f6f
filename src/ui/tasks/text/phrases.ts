import type { Phrases } from '../../locales/phrases.js';

export const phrases = {
  fr: {
    missing: ['Écrivez d’abord votre réponse.', 'Écris d’abord ta réponse.'],
    missingNumber: ['Écrivez d’abord un nombre, en chiffres.', 'Écris d’abord un nombre, en chiffres.'],
  },
  en: {
    missing: 'Write your answer first.',
    missingNumber: 'Write a number first, in figures.',
  },
} satisfies Phrases;
