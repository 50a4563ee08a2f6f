import type { Report } from './problems.js';
import type { Path } from './source.js';

const reserved = /\.(?:example|test|invalid)$/i;
const hosts: readonly RegExp[] = [
  /[\p{L}\p{N}._%+-]+@((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+)/gu,
  /(?:https?:\/\/|www\.)([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu,
  // Written without a protocol, under an ending that exists.
  /(?<![\p{L}\p{N}@._-])((?:[a-z0-9-]+\.)+(?:fr|com|org|net|eu|info|io|be|ch|re|gp|mq|yt|nc|pf|app|biz|xyz|top|online|site|shop|club|click|link|gouv|dev|page))(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])/gu,
];

const phone =
  /(?<![\d+])(?:(?:\+33|0033)[\s.\-/]*(?:\(0\)[\s.\-/]*)?|0)([1-9])[\s.\-/]?(\d{2})[\s.\-/]?(\d{2})[\s.\-/]?\d{2}[\s.\-/]?\d{2}(?!\d)/gu;
const fictional = ['19900', '26191', '35301', '46571', '53649', '63998'];
const phones = '01 99 00 xx xx, 02 61 91 xx xx, 03 53 01 xx xx, 04 65 71 xx xx, 05 36 49 xx xx or 06 39 98 xx xx';

/** Reports every domain and every French phone number, in any string of `value`, that could be real. */
export function checkFiction(value: unknown, report: Report, path: Path = []): void {
  if (typeof value === 'string') checkString(value, (finding) => report(path, finding));
  else if (Array.isArray(value)) value.forEach((entry, i) => checkFiction(entry, report, [...path, i]));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) checkFiction(field, report, [...path, key]);
  }
}

function checkString(text: string, report: (finding: Parameters<Report>[1]) => void): void {
  const found = new Set(hosts.flatMap((pattern) => [...text.matchAll(pattern)].map(([, host = '']) => host)));
  for (const host of found) {
    if (reserved.test(host)) continue;
    report({
      code: 'real-domain',
      reason: `"${host}" may be somebody's address.`,
      remedy: `Use a domain that can belong to nobody, such as ${
        host
          .replace(/^www\./, '')
          .split('.')
          .slice(0, -1)
          .join('-') || host
      }.example.`,
    });
  }
  for (const [number, first, ...pairs] of text.matchAll(phone)) {
    if (fictional.includes([first, ...pairs].join(''))) continue;
    report({ code: 'real-phone', reason: `"${number}" may be somebody's number.`, remedy: `Use a number kept for fiction: ${phones}.` });
  }
}
