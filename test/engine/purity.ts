import ts from 'typescript';

/** Exact in every implementation: IEEE 754 rounds a square root correctly, and the rest is comparison or whole numbers. */
const exactMath = new Set(['sqrt', 'floor', 'ceil', 'abs', 'max', 'min', 'imul', 'trunc', 'sign', 'round', 'clz32', 'fround']);
/** What a machine, a place, a moment or chance has a say in; and what reaches for it under another name. */
const outside = new Set(
  'Date Intl Temporal performance crypto process navigator window document globalThis self global localStorage sessionStorage indexedDB caches location history fetch XMLHttpRequest WebSocket setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame eval Function require WeakRef FinalizationRegistry SharedArrayBuffer Atomics console'.split(
    ' ',
  ),
);
/** Differ with the language of the machine. */
const localised = /^(localeCompare|toLocale\w*|normalize)$/;
/** Change what they are called on. */
const mutators = /^(push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set\w*|add|delete|clear)$/;
const float = /^(Float16|Float32)Array$/;

/** The name at the root of `a.b[c].d`. */
function rootOf(node: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isNonNullExpression(node))
    return rootOf(node.expression);
  return undefined;
}

const isAssignment = (kind: ts.SyntaxKind): boolean => kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** Is it a name of its own here: of a property, a member of a type, an import? */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isTypeReferenceNode(parent)
  );
}

/**
 * Whatever in a module could make it say something else on another machine, at another moment, or after other calls.
 * One line each: file, line, what.
 * @param imports modules that it may import from, as the beginnings of their names.
 * @param scratch constants of the module that may be written to, being overwritten before each reading.
 */
export function impurities(file: string, source: string, imports: readonly string[], scratch: readonly string[] = []): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (node: ts.Node, what: string): void => {
    found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
  };
  const shared = new Set<string>();
  for (const statement of tree.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    if (!(statement.declarationList.flags & ts.NodeFlags.Const)) report(statement, 'a variable of the module, which calls could change');
    for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) shared.add(name.text);
  }

  /** A name declared again further in hides that of the module. */
  const declaredWithin = (name: ts.Identifier): boolean => {
    for (let node: ts.Node = name.parent; !ts.isSourceFile(node); node = node.parent) {
      let local = false;
      const look = (child: ts.Node): void => {
        if ((ts.isVariableDeclaration(child) || ts.isParameter(child) || ts.isBindingElement(child)) && ts.isIdentifier(child.name))
          local ||= child.name.text === name.text;
        if (!ts.isFunctionLike(child)) ts.forEachChild(child, look);
      };
      if (ts.isFunctionLike(node) || ts.isBlock(node) || ts.isForStatement(node) || ts.isForOfStatement(node)) ts.forEachChild(node, look);
      if (local) return true;
    }
    return false;
  };
  const written = (target: ts.Expression): void => {
    const root = rootOf(target);
    if (root && shared.has(root.text) && !scratch.includes(root.text) && !declaredWithin(root))
      report(target, `writes to ${root.text} of the module`);
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const { text } = node.moduleSpecifier;
      if (!imports.some((start) => text.startsWith(start))) report(node, `imports ${text}`);
    }
    if (ts.isIdentifier(node) && !isLabel(node)) {
      if (node.text === 'Math') {
        const { parent } = node;
        if (!ts.isPropertyAccessExpression(parent)) report(node, 'Math other than by the name of a function');
        else if (!exactMath.has(parent.name.text)) report(node, `Math.${parent.name.text}`);
      } else if (outside.has(node.text) || float.test(node.text)) report(node, node.text);
    }
    if (ts.isPropertyAccessExpression(node) && localised.test(node.name.text)) report(node, node.name.text);
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) report(node, '**');
      if (isAssignment(kind)) written(node.left);
    }
    if (
      (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
      /^(\+\+|--)$/.test(ts.tokenToString(node.operator) ?? '')
    )
      written(node.operand);
    if (ts.isDeleteExpression(node)) written(node.expression);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && mutators.test(node.expression.name.text))
      written(node.expression.expression);
    if (ts.isAwaitExpression(node)) report(node, 'await');
    if (node.kind === ts.SyntaxKind.ThisKeyword) report(node, 'this');
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) report(node, 'import()');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
