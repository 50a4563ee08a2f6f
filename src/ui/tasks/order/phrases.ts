import type { Phrases } from '../../locales/phrases.js';

export const phrases = {
  fr: {
    hint: ['Utilisez les boutons pour changer l’ordre.', 'Utilise les boutons pour changer l’ordre.'],
    up: 'Monter',
    down: 'Descendre',
    moved: '{entry}\u00a0: place {place} sur {count}.',
    missing: [
      'L’ordre affiché n’est pas encore le bon\u00a0: déplacez au moins une ligne.',
      'L’ordre affiché n’est pas encore le bon\u00a0: déplace au moins une ligne.',
    ],
  },
  en: {
    hint: 'Use the buttons to change the order.',
    up: 'Move up',
    down: 'Move down',
    moved: '{entry}: place {place} of {count}.',
    missing: 'The order shown is not the right one yet: move at least one line.',
  },
} satisfies Phrases;
