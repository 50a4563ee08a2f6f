import { findByPath } from '../../grading/files/tree.js';
import type { FileNode, FilesRule } from '../../model/index.js';
import type { Report } from '../problems.js';
import { checkAllKnown, checkEach, checkKnown, checkUnique } from '../references.js';
import type { Path } from '../source.js';
import type { CheckTask } from './check.js';

interface PlacedNode {
  readonly id: string;
  readonly kind: FileNode['kind'];
  readonly path: Path;
}

const flatten = (nodes: readonly FileNode[], path: Path): PlacedNode[] =>
  nodes.flatMap(({ id, kind, children = [] }, i) => [{ id, kind, path: [...path, i] }, ...flatten(children, [...path, i, 'children'])]);

export const check: CheckTask<'files'> = ({ task, rules, responses, report }) => {
  const living = flatten(task.nodes, ['task', 'nodes']);
  const binned = flatten(task.trashed ?? [], ['task', 'trashed']);
  const all = [...living, ...binned];
  const ids = (nodes: readonly PlacedNode[], kind?: FileNode['kind']): string[] =>
    nodes.filter((node) => !kind || node.kind === kind).map(({ id }) => id);
  checkUnique(all, 'node', report);
  for (const [base, nodes] of [
    ['nodes', task.nodes],
    ['trashed', task.trashed ?? []],
  ] as const)
    checkNames(nodes, ['task', base], report);
  checkKnown(task.start, ids(living, 'folder'), 'a folder of the tree', ['task', 'start'], report);

  // A folder that the learner makes exists at the end of the solution only.
  const solved = responses[0]?.response.entries ?? [];
  const checkFolder = (folder: string | null, path: Path): void => {
    if (folder !== null && findByPath(solved, folder)?.kind !== 'folder') {
      checkKnown(folder, ids(living, 'folder'), 'a folder of the tree, nor one that the solution makes', path, report);
    }
  };
  for (const { rule, path } of rules) {
    if ('node' in rule)
      checkEach(
        rule.node,
        nodesOf(rule),
        rule.kind === 'restored' ? 'in the bin at first' : rule.kind === 'opened' ? 'a file of the tree' : 'a file or folder of the tree',
        [...path, 'node'],
        report,
      );
    if ('nodes' in rule) checkAllKnown(rule.nodes, ids(all), 'a file or folder of the tree', [...path, 'nodes'], report);
    if ('folder' in rule) {
      const { folder } = rule;
      if (folder === null || typeof folder === 'string') checkFolder(folder, [...path, 'folder']);
      else folder.forEach((one, i) => checkFolder(one, [...path, 'folder', i]));
    }
    if ('parent' in rule) checkFolder(rule.parent, [...path, 'parent']);
    if ('except' in rule) checkAllKnown(rule.except, ids(all), 'a file or folder of the tree', [...path, 'except'], report);
  }

  function nodesOf({ kind }: FilesRule): string[] {
    if (kind === 'restored') return ids(binned);
    return kind === 'opened' ? ids(all, 'file') : ids(all);
  }
};

function checkNames(nodes: readonly FileNode[], path: Path, report: Report): void {
  const seen = new Set<string>();
  nodes.forEach(({ name, kind, children }, i) => {
    const key = name.toLowerCase();
    if (seen.has(key)) {
      report([...path, i, 'name'], {
        code: 'repeated-name',
        reason: `two nodes of one folder are named "${name}".`,
        remedy: 'Rename one of them.',
      });
    }
    seen.add(key);
    if (kind === 'file' && children) {
      report([...path, i, 'children'], {
        code: 'file-with-children',
        reason: `the file "${name}" holds other nodes.`,
        remedy: 'Write "kind: folder", or remove the children.',
        onKey: true,
      });
    }
    if (children) checkNames(children, [...path, i, 'children'], report);
  });
}
