import { initialEntries, moveEntry } from '../../../grading/files/tree.js';
import type { FilesResponse, FilesTask } from '../../../model/index.js';

/** A task to try the explorer with: sort the invoice of March, among a few ordinary papers. */
export const task: FilesTask = {
  type: 'files',
  root: 'Mes fichiers',
  nodes: [
    {
      id: 'emploi',
      name: 'Emploi',
      kind: 'folder',
      date: '2 mars',
      children: [
        {
          id: 'lettre',
          name: 'lettre-motivation.docx',
          kind: 'file',
          date: '2 mars',
          size: 38,
          preview: 'Madame, Monsieur, votre annonce a retenu mon attention.',
        },
        { id: 'annonces', name: 'Annonces', kind: 'folder', date: '27 février', children: [] },
      ],
    },
    {
      id: 'logement',
      name: 'Logement',
      kind: 'folder',
      date: '14 février',
      children: [
        {
          id: 'facture-fevrier',
          name: 'facture-février.pdf',
          kind: 'file',
          date: '14 février',
          size: 82,
          preview: 'Facture d’eau de février. Montant\u00a0: 31,40\u00a0€.',
        },
      ],
    },
    {
      id: 'facture-mars',
      name: 'facture-mars.pdf',
      kind: 'file',
      date: '12 mars',
      size: 84,
      preview: [
        ['p', ['b', 'Facture d’eau, mars']],
        ['p', 'Logement du 3, rue des Lilas.', ['br'], 'Montant à payer\u00a0: 32,10\u00a0€ avant le 30 mars.'],
      ],
    },
    {
      id: 'cv',
      name: 'CV-2026.odt',
      kind: 'file',
      date: '3 mars',
      size: 41,
      preview: 'Karim Benali. Agent d’entretien. Cinq ans d’expérience.',
    },
    { id: 'budget', name: 'budget.xlsx', kind: 'file', date: '1ᵉʳ mars', size: 19 },
    { id: 'photo', name: 'photo-identité.jpg', kind: 'file', date: '20 janvier', size: 2380 },
  ],
  trashed: [
    {
      id: 'attestation',
      name: 'attestation-droits.pdf',
      kind: 'file',
      date: '9 mars',
      size: 112,
      preview: 'Attestation de droits, valable un an.',
    },
  ],
};

export const solution: FilesResponse = { entries: moveEntry(initialEntries(task), 'facture-mars', 'logement'), opened: [] };
