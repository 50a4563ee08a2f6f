import { formula, formulaAt, wordsOf } from './formula.js';

/** Every beginning with every end, both written with commas between. */
const pairs = (beginnings: string, ends: string): string[] =>
  beginnings.split(',').flatMap((one) => ends.split(',').map((two) => `${one} ${two}`));

/** Formulas that can only be a farewell. */
const firm = [
  ...'cordialement,respectueusement,sincerement,amicalement,courtoisement,salutations,bien a vous,cdlt,cdt,au plaisir de,recevez mes'.split(
    ',',
  ),
  ...'veuillez agreer,je vous prie d agreer,consideration distinguee,en vous remerciant,vous en remerciant,dans cette attente'.split(','),
  ...pairs('mes,sentiments', 'remerciements,distingues,les meilleurs,respectueux'),
  ...pairs('bonne,belle,excellente,bon,bel,bonne fin de', 'journee,soiree,semaine,matinee,apres midi,week end,weekend,reception'),
  ...pairs('merci,remerciant,remercie', 'd avance,par avance'),
  ...pairs('dans l attente,en attente,en attendant', 'de,d,votre'),
  ...pairs('reste,restant,me tiens', 'a votre disposition,disponible pour'),
].map(formula);

/** Formulas that close a message only when nothing but a signature follows their sentence. */
const last = [
  ...pairs('merci', 'beaucoup,bien,infiniment,encore,a vous,a tous,de,pour'),
  ...'un grand merci,je vous remercie,nous vous remercions,en esperant,j espere,au plaisir,au revoir'.split(','),
  ...pairs('a', 'bientot,tres bientot,votre disposition,demain,lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche'),
].map(formula);

/** Words that a signature does not have. */
const notSignature = new Set(['je', 'j', 'nous', 'vous', 'votre', 'est', 'il', 'elle', 'c', 'ai']);

/** Most words of a name. */
const nameWords = 4;

/** Most words that may follow a farewell: name, function, telephone, addresses. */
const signatureWords = 30;

/**
 * Where the farewell begins ("Cordialement", "Je vous remercie par avance", "Bonne journée"…), as an index in the words of
 * the message; -1 if there is none near its end. "Merci" counts when a name ends the message after it; alone, it does not,
 * nor do "Bises" and "A+".
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
  const thanks = words.lastIndexOf('merci');
  const name = words.slice(thanks + 1);
  const signs = thanks >= 0 && name.length > 0 && name.length <= nameWords && !name.some((word) => notSignature.has(word));
  return signs ? thanks : -1;
}

/** The message closes as a professional e-mail does. */
export const hasClosing = (body: string): boolean => closingIndex(body) >= 0;
