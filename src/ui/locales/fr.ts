import type { frLater } from './fr-later.js';
import type { Phrase } from './phrases.js';

/** The interface in French, as far as the first questions need it; {@link frLater} has the rest. */
export const fr = {
  region: 'Diagnostic numérique',
  loading: ['Préparation de votre diagnostic…', 'Préparation de ton diagnostic…'],
  introTitle: ['Faites le point sur vos compétences numériques', 'Fais le point sur tes compétences numériques'],
  minutes: '{from} à {to} minutes',
  pauseAnyTime: ['Faites une pause quand vous voulez.', 'Fais une pause quand tu veux.'],
  adapts: ['Les questions s’adaptent à vous', 'Les questions s’adaptent à toi'],
  adaptsLearning: 'Des conseils à chaque étape',
  adaptsCampaign: 'De petites tâches, une par une',
  dontKnowHelps: [
    'Vous ne savez pas encore\u202f? Dites-le\u00a0: cela nous aide.',
    'Tu ne sais pas encore\u202f? Dis-le\u00a0: cela nous aide.',
  ],
  tryAgainAnyTime: ['Vous pouvez recommencer autant de fois que vous voulez.', 'Tu peux recommencer autant de fois que tu veux.'],
  nextStepForYou: ['Une suite faite pour vous', 'Une suite faite pour toi'],
  clearResult: 'Un résultat clair et la prochaine étape.',
  gateFirst: [
    'Pour commencer, quelques tâches simples\u00a0: elles ne comptent pas dans votre résultat.',
    'Pour commencer, quelques tâches simples\u00a0: elles ne comptent pas dans ton résultat.',
  ],
  start: 'Commencer',
  startAgain: 'Recommencer au début',
  goOn: 'Reprendre',
  foundTitle: ['Vous aviez déjà commencé', 'Tu avais déjà commencé'],
  foundText: [
    'Vos réponses sont gardées sur cet appareil. Vous pouvez reprendre là où vous étiez.',
    'Tes réponses sont gardées sur cet appareil. Tu peux reprendre là où tu étais.',
  ],
  simpleReading: 'Texte simplifié',
  question: 'Question {number}',
  gate: 'Pour commencer · {number}',
  about: 'encore environ {minutes}\u00a0min',
  progress: 'Avancement',
  skip: 'Je ne sais pas encore',
  submit: 'Valider',
  continue: 'Continuer',
  pause: 'Faire une pause',
  hint: 'Un peu d’aide',
  taskLoading: 'La question arrive…',
  recorded: 'Réponse enregistrée.',
  errorTitle: 'Un petit problème',
  errorNetwork: 'La connexion est trop faible pour le moment. Rien n’est perdu.',
  errorContent: [
    'Ce diagnostic ne peut pas s’afficher pour le moment. Ce n’est pas de votre faute.',
    'Ce diagnostic ne peut pas s’afficher pour le moment. Ce n’est pas de ta faute.',
  ],
  errorHelp: [
    'Si cela continue, parlez-en à la personne qui vous accompagne.',
    'Si cela continue, parles-en à la personne qui t’accompagne.',
  ],
  tryAgain: 'Réessayer',
  answerNotSent: [
    'Votre réponse n’est pas partie. Touchez de nouveau le bouton, ou «\u00a0Je ne sais pas encore\u00a0».',
    'Ta réponse n’est pas partie. Touche de nouveau le bouton, ou «\u00a0Je ne sais pas encore\u00a0».',
  ],
  offline: ['Pas de connexion en ce moment. Vous pouvez continuer.', 'Pas de connexion en ce moment. Tu peux continuer.'],
  formMissing: ['Terminez le diagnostic et envoyez votre résultat.', 'Termine le diagnostic et envoie ton résultat.'],
} as const satisfies Record<string, Phrase>;

export type PhraseKey = keyof typeof fr | keyof typeof frLater;
/** All phrases of a language. French is the reference. */
export type Locale = Readonly<Record<PhraseKey, Phrase>>;
