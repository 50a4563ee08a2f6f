import { html, type TemplateResult } from 'lit';
import type { FileEntry } from '../../../model/index.js';
import { splitName } from '../../../grading/files/names.js';
import { icon } from '../../parts/icon.js';
import { common } from '../../parts/icons.js';

/** Icons of commands, places and messages, on a grid of 24. */
export const paths = {
  ...common,
  rename: common.write,
  delete: common.trash,
  create: 'M4 18V5h5l3 3h8v4M4 18h8M18 15v6M15 18h6',
  open: 'M13 5h6v6M19 5l-8 8M16 14v5H5V8h5',
  move: 'M4 12h12M11 7l5 5-5 5M20 5v14',
  restore: 'M4 5v5h5M5 15A8 8 0 1 0 6 8l-2 2',
} as const;

const kinds = {
  folder: 'M4 19V5h5l3 3h8v11zM4 11h16',
  document: `${common.file}M9 12h6M9 16h6`,
  pdf: 'M18 11V8l-4-4H6v7M14 4v4h4M4 11h16v6H4zM6 17v3h12v-3',
  image: 'M4 5h16v14H4zM4 17l5-5 4 4 3-3 4 4M15 9h0',
  table: 'M4 5h16v14H4zM4 10h16M4 14h16M9 5v14',
  file: common.file,
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
