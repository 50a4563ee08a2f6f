import type { MatchResponse, MatchTask } from '../../../model/index.js';

export const task: MatchTask = {
  type: 'match',
  groups: [
    { id: 'give', label: 'Je peux le donner' },
    { id: 'keep', label: 'Je le garde secret' },
  ],
  entries: [
    { id: 'mail', label: 'Mon adresse e-mail', detail: 'À un recruteur' },
    { id: 'code', label: 'Le code reçu par SMS', detail: 'À une personne qui dit appeler de ma banque' },
    { id: 'password', label: 'Mon mot de passe', detail: 'À un collègue' },
  ],
};

export const solution: MatchResponse = { groups: { mail: 'give', code: 'keep', password: 'keep' } };
