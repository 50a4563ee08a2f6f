import type { SessionExplanation } from '../model/index.js';
import type { Block, Table } from './blocks.js';
import { explanationDocument, type ReaderVoice } from './document.js';
import { textOf, type Line } from './lines.js';

/** An explanation as plain text: Markdown, to be read as it is, printed, or kept with a file. */
export function explanationText(explanation: SessionExplanation, voice: ReaderVoice = {}): string {
  const { title, sections } = explanationDocument(explanation, voice);
  return `${[`# ${textOf(title)}`, ...sections.map((section) => blockText(section, 2))].join('\n\n')}\n`;
}

function blockText(block: Block, level: number): string {
  switch (block.kind) {
    case 'paragraph':
      return textOf(block.line);
    case 'list':
      return block.items.map((item) => `- ${textOf(item)}`).join('\n');
    case 'table':
      return tableText(block);
    case 'formula':
      return `${textOf(block.line)}\n\n${block.symbols.map((symbols) => `    ${symbols}`).join('\n')}`;
    case 'section':
      return [`${'#'.repeat(level)} ${textOf(block.title)}`, ...block.blocks.map((inner) => blockText(inner, level + 1))].join('\n\n');
  }
}

function tableText({ caption, head, rows }: Table): string {
  const cells = (lines: readonly Line[]): string => `| ${lines.map((line) => textOf(line).replaceAll('|', '/')).join(' | ')} |`;
  return [`${textOf(caption)}`, '', cells(head), cells(head.map(() => ['---'])), ...rows.map(cells)].join('\n');
}
