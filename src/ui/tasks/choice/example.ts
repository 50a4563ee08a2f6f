import type { ChoiceResponse, ChoiceTask } from '../../../model/index.js';

export const task: ChoiceTask = {
  type: 'choice',
  exhibit: {
    kind: 'message',
    from: 'Colis Relais',
    title: 'Votre colis vous attend',
    body: [
      ['p', 'Bonjour,'],
      ['p', 'Votre colis ne peut pas être livré. Réglez ', ['b', '1,99\u00a0€'], ' avant ce soir sur colis-relais.paiement-vite.example.'],
    ],
  },
  options: [
    { id: 'pay', label: 'Payer tout de suite', detail: 'Ce n’est que 1,99\u00a0€.' },
    { id: 'answer', label: 'Répondre pour demander des explications' },
    {
      id: 'check',
      label: {
        vous: 'Ne pas payer, et vérifier sur le site où vous avez commandé',
        tu: 'Ne pas payer, et vérifier sur le site où tu as commandé',
      },
    },
    { id: 'forward', label: 'Transférer le message à un proche pour qu’il paie' },
  ],
};

export const solution: ChoiceResponse = { selected: ['check'] };
