import { html, type TemplateResult } from 'lit';
import type { FileEntry } from '../../../model/index.js';
import { splitName } from '../../../grading/files/names.js';
import { icon } from '../../parts/icon.js';

/** Icons of commands, places and messages, on a grid of 24. */
export const paths = {
  create: 'M4 18.5v-12A1.5 1.5 0 0 1 5.5 5H9l2.5 2.5h7A1.5 1.5 0 0 1 20 9v3M4 18.5A1.5 1.5 0 0 0 5.5 20H12M18 15v6M15 18h6',
  open: 'M13 5h6v6M19 5l-8 8M16 14v4a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 5 18v-8a1.5 1.5 0 0 1 1.5-1.5H10',
  rename: 'M4 20h16M6 15.5 16 5.5l2.5 2.5-10 10H6z',
  move: 'M4 12h12M11.5 7l5 5-5 5M20 5v14',
  copy: 'M9 9h10.5v10.5H9zM5 15H4.5V4.5H15V5',
  paste: 'M8.5 5H5v15.5h14V5h-3.5M8.5 3.5h7v4h-7z',
  delete: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10.5 11v5M13.5 11v5',
  restore: 'M4.5 5v5h5M5.2 15A7.5 7.5 0 1 0 6 8.5L4.5 10',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H8',
  search: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12M15 15l5 5',
  back: 'M11 5.5 4.5 12l6.5 6.5M4.5 12H20',
} as const;

const page = 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5';
const kinds = {
  folder: 'M3.5 18.5v-13A1 1 0 0 1 4.5 4.5h5L12 7h7.5a1 1 0 0 1 1 1v10.5a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1zM3.5 10.5h17',
  document: `${page}M9 12h6.5M9 15h6.5M9 18h4`,
  pdf: 'M18.5 11V8L14 3.5H6V11M14 3.5V8h4.5M3.5 11.5h17v6h-17zM6 17.5v3h12.5v-3M8 14.5h8',
  image: 'M4 5h16v14H4zM4.5 17l4.5-5 4 4 2.5-2.5 4 4M15.5 9.5h.01',
  table: 'M4 5h16v14H4zM4 9.5h16M4 14.25h16M9.5 5v14',
  file: page,
} as const;
type Kind = keyof typeof kinds;

const endings: readonly (readonly [Kind, string])[] = [
  ['document', 'doc docx odt rtf txt'],
  ['pdf', 'pdf'],
  ['image', 'jpg jpeg png gif heic webp'],
  ['table', 'xls xlsx ods csv'],
];

/** The icon of a folder or of a file by its ending. */
export function kindIcon({ kind, name }: Pick<FileEntry, 'kind' | 'name'>): TemplateResult {
  const ending = splitName(name)[1].slice(1).toLowerCase();
  const drawn = kind === 'folder' ? kind : (endings.find(([, list]) => list.split(' ').includes(ending))?.[0] ?? 'file');
  return html`<span class="kind ${drawn}">${icon(kinds[drawn], 24)}</span>`;
}
