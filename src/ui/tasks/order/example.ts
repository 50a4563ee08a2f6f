import type { OrderResponse, OrderTask } from '../../../model/index.js';

export const task: OrderTask = {
  type: 'order',
  entries: [
    { id: 'send', label: 'Envoyer la candidature' },
    { id: 'read', label: 'Lire l’offre d’emploi en entier' },
    { id: 'attach', label: 'Joindre le CV et la lettre', detail: 'En format PDF' },
    { id: 'adapt', label: { vous: 'Adapter votre CV à l’offre', tu: 'Adapter ton CV à l’offre' } },
  ],
};

export const solution: OrderResponse = { order: ['read', 'adapt', 'attach', 'send'] };
