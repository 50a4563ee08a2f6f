import type { MailMessage, MailResponse, MailTask } from '../../../model/index.js';

const account = { name: 'Karim Benali', address: 'karim.benali@courriel.example' };
const claire = { name: 'Claire Laurent', address: 'claire.laurent@mairie-vallon.example' };
const paul = { name: 'Paul Mercier', address: 'paul.mercier@mairie-vallon.example' };

const interview: MailMessage = {
  id: 'entretien',
  from: claire,
  to: [account],
  cc: [paul],
  date: 'lundi 9 h 12',
  subject: 'Entretien pour le poste d’agent d’accueil',
  body: [
    ['p', 'Bonjour Monsieur Benali,'],
    ['p', 'Votre candidature nous intéresse. Nous vous proposons un entretien ', ['b', 'jeudi à 14 h'], ' à la mairie.'],
    ['p', 'Merci de confirmer votre venue et de joindre votre CV.'],
    ['p', 'Cordialement,', ['br'], 'Claire Laurent'],
  ],
  attachments: [
    { id: 'plan', name: 'plan-acces.pdf', size: 180, preview: [['p', 'Mairie de Vallon, 3 place du Marché. Entrée par la cour.']] },
  ],
  unread: true,
};

/** Answer a recruiter and attach a file. */
export const replyTask: MailTask = {
  type: 'mail',
  account,
  messages: [interview],
  contacts: [claire, paul, { name: 'Sonia Morel', address: 'sonia.morel@atelier-lilas.example' }],
  files: [
    {
      id: 'cv',
      name: 'CV-Karim-Benali.pdf',
      size: 240,
      date: '3 mars',
      preview: [
        ['p', ['b', 'Karim Benali']],
        ['p', 'Agent d’accueil, 4 ans d’expérience.'],
      ],
    },
    { id: 'photo', name: 'vacances-plage.jpg', size: 3800, date: '18 août', preview: [['p', 'Une photo de plage, avec un parasol.']] },
    { id: 'video', name: 'presentation.mp4', size: 6400, date: '2 mars' },
  ],
  maxSize: 5000,
  start: { view: 'reply', message: 'entretien' },
  blocks: [
    {
      id: 'debut',
      label: 'Début',
      part: 'body',
      choices: [
        { id: 'salut', text: 'Salut Claire !' },
        { id: 'bonjour', text: 'Bonjour Madame Laurent,' },
      ],
    },
    {
      id: 'message',
      label: 'Ce que vous dites',
      part: 'body',
      choices: [
        { id: 'confirme', text: 'Je vous confirme ma venue jeudi à 14 h. Vous trouverez mon CV en pièce jointe.' },
        { id: 'vague', text: 'C’est d’accord pour le rendez-vous.' },
        { id: 'texto', text: 'ok pr jeudi, jvous envoie le cv' },
      ],
    },
    {
      id: 'fin',
      label: 'Fin',
      part: 'body',
      choices: [
        { id: 'bises', text: 'Bises\nKarim' },
        { id: 'cordialement', text: 'Cordialement,\nKarim Benali' },
      ],
    },
  ],
};

const nothingDone: MailResponse = { sent: [], opened: [], followed: [], openedFiles: [], moved: {} };

export const replySolution: MailResponse = {
  ...nothingDone,
  sent: [
    {
      to: [claire.address],
      cc: [],
      bcc: [],
      subject: 'Re\u00a0: Entretien pour le poste d’agent d’accueil',
      body: 'Bonjour Madame Laurent,\n\nJe vous confirme ma venue jeudi à 14 h. Vous trouverez mon CV en pièce jointe.\n\nCordialement,\nKarim Benali',
      attachments: ['cv'],
      replyTo: 'entretien',
      written: 'free',
    },
  ],
};

/** Tell a trap from an ordinary message, and file both. */
export const sortTask: MailTask = {
  type: 'mail',
  account,
  messages: [
    {
      id: 'colis',
      from: { name: 'Service Colis', address: 'info@livraison-7741.test' },
      date: 'aujourd’hui 7 h 03',
      subject: 'Votre colis est bloqué : payez 1,99 €',
      body: [['p', 'Votre colis attend. Payez les frais dans les 2 heures, sinon il sera détruit.']],
      links: [{ id: 'payer', label: 'Payer et recevoir mon colis', target: 'http://paiement.livraison-7741.test/carte' }],
      attachments: [{ id: 'facture', name: 'facture.html', size: 12 }],
      unread: true,
    },
    interview,
    {
      id: 'horaires',
      from: { name: 'Médiathèque de Vallon', address: 'contact@mediatheque-vallon.example' },
      date: '12 mars',
      subject: 'Nouveaux horaires d’été',
      body: 'Cet été, la médiathèque ouvre à 10 h.',
      links: [{ id: 'horaires', label: 'Voir les horaires', target: 'https://mediatheque-vallon.example/horaires' }],
    },
    {
      id: 'jeu',
      folder: 'junk',
      from: { name: 'Gagnant', address: 'prix@tirage.test' },
      date: '2 mars',
      subject: 'Vous avez gagné',
      body: 'Répondez vite.',
    },
  ],
  start: { view: 'inbox' },
  compose: false,
};

export const sortSolution: MailResponse = { ...nothingDone, opened: ['colis'], moved: { colis: 'junk' } };

/** Write a first message to a group without showing the addresses. */
export const composeTask: MailTask = {
  type: 'mail',
  account,
  messages: [],
  contacts: [claire, paul],
  start: { view: 'compose' },
};

export const composeSolution: MailResponse = {
  ...nothingDone,
  sent: [
    {
      to: [],
      cc: [],
      bcc: [claire.address, paul.address],
      subject: 'Réunion de mardi',
      body: 'Bonjour,\n\nLa réunion de mardi est à 10 h.\n\nBonne journée,\nKarim Benali',
      attachments: [],
      written: 'free',
    },
  ],
};
