import { formula, formulaAt, wordsOf } from './formula.js';

const hellos = 'bonjour,bonsoir,re bonjour,rebonjour,chere,cher,cheres,chers'.split(',').map(formula);
const titles = 'madame,monsieur,mesdames,messieurs,mademoiselle,mme,mlle,mr,m,docteur,dr,maitre,a l attention de,a tous,a toute l equipe'
  .split(',')
  .map(formula);

/** How a sentence goes on after "Madame" when it speaks of her instead of to her. */
const about =
  /^(?!(?:je|j|nous|merci|suite|pouvez|pourriez) )(?:\S+ ){0,2}(?:m|me|nous|vous|a|ont|est|sont|etait|sera|doit|peut|veut|dit) /;

const opens = (line: string, first: boolean): boolean => {
  const words = wordsOf(line);
  if (!first && words.length > 8) return false;
  if (formulaAt(words, 0, hellos) || (words[0] ?? '').startsWith('bonjour')) return true;
  const title = formulaAt(words, 0, titles);
  return title > 0 && (/^[^.!?:;]{3,45},/.test(line) || !about.test(`${words.slice(title).join(' ')} `));
};

/**
 * The message opens as a professional e-mail does: "Bonjour", "Madame, Monsieur", "Chère Madame Petit"… on one of its first
 * three lines, with or without a name. "Salut", "Coucou" and abbreviations do not count.
 */
export const hasGreeting = (body: string): boolean =>
  body
    .split('\n')
    .filter((line) => wordsOf(line).length > 0)
    .slice(0, 3)
    .some((line, i) => opens(line.trim(), i === 0));
