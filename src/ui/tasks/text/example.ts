import type { TextResponse, TextTask } from '../../../model/index.js';

export const task: TextTask = {
  type: 'text',
  exhibit: {
    kind: 'page',
    title: 'Horaires – Médiathèque des Tilleuls',
    address: 'https://mediatheque-tilleuls.example/horaires',
    body: [
      ['p', ['b', 'La médiathèque est ouverte\u00a0:']],
      ['ul', ['li', 'le mardi et le jeudi, de 14\u00a0h à 19\u00a0h'], ['li', 'le samedi, de 10\u00a0h à 17\u00a0h']],
      ['p', 'Un conseiller numérique vous reçoit le jeudi.'],
    ],
  },
  label: 'Pendant combien d’heures la médiathèque est-elle ouverte le samedi\u202f?',
  input: 'numeric',
};

export const solution: TextResponse = { text: '7' };
