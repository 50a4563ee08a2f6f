const nbsp = '\u00a0';
const thin = '\u202f';
const space = '[ \\t\\u00a0\\u202f]';

// Addresses and file names keep every sign they have.
const untouchable = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s«»<>]*[^\s«»<>.,;:!?…)'’"]`,
    String.raw`[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*`,
    String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.()-]*\.[\p{L}\p{N}]{2,7}(?![\p{L}\p{N}])(?:\/[^\s«»<>]*[^\s«»<>.,;:!?…)'’"])?`,
  ].join('|'),
  'gu',
);

const units = [
  'ko',
  'Ko',
  'Mo',
  'Go',
  'To',
  'km',
  'm',
  'cm',
  'mm',
  'kg',
  'g',
  'mg',
  'l',
  'L',
  'cl',
  'ml',
  'min',
  's',
  '°C',
  'W',
  'kW',
  'kWh',
].join('|');
// A number that stands alone, not the end of a password or of a reference.
const number = `(?<=(?:^|[\\s«(+~≈/–-])\\d(?:[\\d.,]|${space}(?=\\d))*)`;
const word = `(?<=(?:^|[\\s«("’*-])\\p{L}?\\p{Ll}*\\p{Ll}|[»)])`;
const end = '(?=$|[\\s»")\\]])';

const rules: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/\.{3,}/g, '…'],
  [/(?<![\p{L}\p{N}-])(e)-(?=mail)/giu, '$1\u2011'],
  [/(?<=\p{L})'(?=[\p{L}\p{N}«])/gu, '’'],
  [/(?<=(?:^|[^\p{L}])(?:[cdjlmnst]|(?:lors|puis|jus|quoi)?qu))'$/giu, '’'],
  [new RegExp(`«(?:${space}*(?=\\S)|${space}+)`, 'g'), `«${nbsp}`],
  [new RegExp(`${space}*»`, 'g'), `${nbsp}»`],
  [new RegExp(`${space}+(?=[;!?])`, 'g'), thin],
  [new RegExp(`${word}(?=[;!?]+${end})`, 'gu'), thin],
  [new RegExp(`${space}+:(?![-)(DP/])`, 'g'), `${nbsp}:`],
  [new RegExp(`${word}:${end}`, 'gu'), `${nbsp}:`],
  [new RegExp(`(?<!\\d)(\\d{1,2})${space}*h${space}*(\\d{2})(?!${space}*[hH]|[\\p{L}\\p{N}])`, 'gu'), `$1${nbsp}h${nbsp}$2`],
  [new RegExp(`(?<!\\d)(\\d{1,2})${space}*h(?![\\p{L}\\p{N}])`, 'gu'), `$1${nbsp}h`],
  [new RegExp(`(?<!\\d|\\d${space})\\d{2}(?:${space}\\d{2}){4}(?!${space}?\\d)`, 'g'), ''],
  [new RegExp(`(?<![\\p{L}\\p{N}])\\d{1,3}(?:${space}\\d{3})+(?!\\d)`, 'gu'), ''],
  [new RegExp(`${number}${space}*(?=[%€])`, 'g'), nbsp],
  [new RegExp(`(?<=\\d)${space}+(?=(?:${units})(?![\\p{L}\\p{N}’']))`, 'gu'), nbsp],
];

const spaces = new RegExp(space, 'g');

const set = (text: string): string =>
  // A rule that replaces by nothing keeps what it found, in one piece.
  rules.reduce(
    (before, [pattern, by]) => (by ? before.replace(pattern, by) : before.replace(pattern, (found) => found.replace(spaces, nbsp))),
    text,
  );

/**
 * French typography for plain text: no-break spaces (narrow before ; ! ? and wide before : % € and units, inside « », in
 * numbers and hours), a no-break hyphen in e-mail, ’ and …. E-mail addresses, URLs, file names and times such as 14:30 stay as they are.
 * Pure; applying it twice changes nothing more.
 */
export function typography(text: string): string {
  let result = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(untouchable)) {
    result += set(text.slice(from, index)) + found;
    from = index + found.length;
  }
  return result + set(text.slice(from));
}
