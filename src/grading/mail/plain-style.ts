/** Abbreviations of instant messages, without accents. Those of work (rdv, svp, tél, cv, ok) are not among them. */
const abbreviations = new Set(
  (
    'slt bjr bjour bsr stp dsl dacc dakor oki tkt mdr ptdr lol jpp jsp oklm wsh bcp pcq prq psk pkoi koi kan kel kelle ' +
    'tjs tjr tjrs qqn qqch qqun mtn mnt ajd auj vrmt cmt cbn chui chuis jsuis jsui jvais jveux jveu jpeux jpeu jsais jvoulais ' +
    'jvoudrais jcrois jpense jte jvous jme jserai jviens jdois tmtc ptetre ptit bsx bizz msg a2m1 2m1 2main b1 bi1 ri1 koi2 c1 keske kesk'
  ).split(' '),
);
/** Short ones look like acronyms: with capitals, they count only in a message that is all capitals. */
const short = new Set('pk pq pr ds tt ts ns vs ms dc qd nn jm jv tg bg vn vmt'.split(' '));

/** A letter that stands for a word ("g vu", "c bon", "t la"), by what follows it. */
const letters =
  /(?<![\p{L}\p{N}'])(?:g|c|t|d|v)(?= (?:pas|bon|mieux|vu|lu|eu|ete|recu|bien|une?|l[ea]|du|des|m[ao]n?|mes|besoin|fini|oublie|pour|pr|ok|possible|dispo|ou|trop|que)(?!\p{L}))/u;
const opening = /^\s*cc(?= |,|!|$)/;
const addresses = /\S*@\S*|(?:https?:|www\.)\S*/g;

/** Capitals that only begin a sentence, made small. */
const sentenceCase = (text: string): string => text.replace(/(?<=(?:^|[.!?\n])\s*)\p{Lu}/gu, (first) => first.toLowerCase());

/** The text has words, and none of them is an abbreviation of instant messages ("slt", "bcp", "jsuis", "c bon"). */
export function isPlainStyle(text: string): boolean {
  const raw = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").replace(addresses, ' ');
  const plain = /\p{Ll}/u.test(raw) ? sentenceCase(raw) : raw.toLowerCase();
  if (!/\p{L}/u.test(plain) || opening.test(plain) || letters.test(plain)) return false;
  return !plain.match(/[\p{L}\p{N}']+/gu)?.some((word) => short.has(word) || abbreviations.has(word.toLowerCase()));
}
