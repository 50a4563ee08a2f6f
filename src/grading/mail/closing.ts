import { formulaAt, wordsOf } from './formula.js';

/** Formulas that can only be a farewell. */
const firm = [
  ...['cordialement', 'respectueusement', 'sincerement', 'amicalement', 'courtoisement', 'bien a vous', 'cdlt', 'cdt', 'au plaisir de'],
  ...[
    'cordiales salutations',
    'salutations',
    'sentiments distingues',
    'sentiments les meilleurs',
    'sentiments respectueux',
    'consideration distinguee',
  ],
  ...[
    'veuillez agreer',
    'veuillez recevoir',
    'veuillez croire',
    'je vous prie d agreer',
    'je vous prie de recevoir',
    'je vous prie de croire',
    'recevez mes',
  ],
  ...[
    'bonne journee',
    'belle journee',
    'excellente journee',
    'bonne fin de journee',
    'bonne matinee',
    'bon apres midi',
    'bonne apres midi',
    'bel apres midi',
  ],
  ...[
    'bonne soiree',
    'belle soiree',
    'excellente soiree',
    'bon week end',
    'bon weekend',
    'bonne semaine',
    'bonne reception',
    'bonne lecture',
  ],
  ...[
    'merci d avance',
    'merci par avance',
    'remerciant d avance',
    'remerciant par avance',
    'remercie d avance',
    'remercie par avance',
    'avec mes remerciements',
  ],
  ...['en vous remerciant', 'vous en remerciant', 'avec tous mes remerciements'],
  ...[
    'dans l attente de',
    'dans l attente d',
    'en attente de votre',
    'en attendant votre',
    'dans cette attente',
    'reste a votre disposition',
  ],
  ...['restant a votre disposition', 'me tiens a votre disposition', 'reste disponible pour'],
];

/** Formulas that close a message only when nothing but a signature follows their sentence. */
const last = [
  ...[
    'merci beaucoup',
    'merci bien',
    'merci infiniment',
    'merci encore',
    'merci a vous',
    'merci a tous',
    'merci de',
    'merci pour',
    'un grand merci',
    'mille mercis',
  ],
  ...[
    'je vous remercie',
    'nous vous remercions',
    'en esperant',
    'j espere',
    'au plaisir',
    'au revoir',
    'a bientot',
    'a tres bientot',
    'a tout a l heure',
    'a votre disposition',
  ],
  ...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche', 'demain'].map((day) => `a ${day}`),
];

/** Words that a signature does not have. */
const notSignature = new Set(['je', 'j', 'nous', 'vous', 'votre', 'est', 'il', 'elle', 'c', 'ai']);

/** Most words that may follow a farewell: name, function, telephone, addresses. */
const signatureWords = 30;

/**
 * Where the farewell begins ("Cordialement", "Je vous remercie par avance", "Bonne journée"…), as an index in the words of
 * the message; -1 if there is none near its end. A bare "Merci", "Bises" and "A+" do not count.
 */
export function closingIndex(body: string): number {
  const sentences = body.split(/[.!?\n]+/).map(wordsOf);
  const words = sentences.flat();
  for (let i = Math.max(0, words.length - signatureWords); i < words.length; i++) if (formulaAt(words, i, firm)) return i;
  let start = 0;
  for (const sentence of sentences) {
    const rest = words.slice(start + sentence.length);
    if (rest.length <= signatureWords && formulaAt(sentence, 0, last) && !rest.some((word) => notSignature.has(word))) return start;
    start += sentence.length;
  }
  return -1;
}

/** The message closes as a professional e-mail does. */
export const hasClosing = (body: string): boolean => closingIndex(body) >= 0;
