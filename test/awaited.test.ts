import assert from 'node:assert/strict';
import { join, relative, sep } from 'node:path';
import { after, test } from 'node:test';
import {
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isExpressionStatement,
  isIdentifier,
  isPropertyAccessExpression,
  isVoidExpression,
} from 'typescript/unstable/ast/is';
import type { Expression, Node } from 'typescript/unstable/ast';
import { API, type Type } from 'typescript/unstable/sync';
import { root } from './imports.ts';

/**
 * Whoever begins something that takes its time waits for it, says what becomes of its errors
 * (`.catch`), or says `void`. Otherwise an error in it ends the program, and a test passes before its
 * assertion was made. The compiler itself has no such rule; its types say which statements to ask about.
 */

const compiler = new API({ cwd: root });
after(() => compiler.close());
const [project] = compiler.updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] }).getProjects();
assert.ok(project);
const { program, checker } = project;

const sources = program
  .getSourceFileNames()
  .map((name) => ({ name, path: relative(root, name).split(sep).join('/') }))
  .filter(({ path }) => !path.startsWith('..') && !path.includes('node_modules/'));

test('every promise is waited for', () => {
  assert.deepEqual(sources.flatMap(leftAlone), ['test/fixtures/left-alone.ts:3  work?.();']);
});

function leftAlone({ name, path }: { name: string; path: string }): string[] {
  const file = program.getSourceFile(name)!;
  const asked = statementsOf(file).filter((expression) => !isSettled(expression));
  const types = asked.length > 0 ? checker.getTypeAtLocation(asked) : [];
  return asked
    .filter((_, index) => isPromise(types[index]))
    .map((expression) => {
      const start = expression.getStart(file);
      const line = file.text.slice(0, start).split('\n').length;
      return `${path}:${line}  ${file.text.slice(start, file.text.indexOf('\n', start))}`;
    });
}

/** What stands as a statement of its own, so that nothing takes its value. */
function statementsOf(from: Node): Expression[] {
  const found: Expression[] = [];
  const look = (node: Node): void => {
    if (isExpressionStatement(node)) found.push(node.expression);
    node.forEachChild(look);
  };
  from.forEachChild(look);
  return found;
}

/** The runner itself waits for these. */
const ofTheRunner = ['test', 'describe'];

function isSettled(expression: Expression): boolean {
  if (isAwaitExpression(expression) || isVoidExpression(expression) || isBinaryExpression(expression))
    return true;
  if (!isCallExpression(expression)) return false;
  const { expression: called, arguments: given } = expression;
  if (isIdentifier(called)) return ofTheRunner.includes(called.text);
  if (!isPropertyAccessExpression(called)) return false;
  return called.name.text === 'catch' || (called.name.text === 'then' && given.length === 2);
}

/** Fastify's replies have a `then` as well, and are no promises. */
function isPromise(type: Type | undefined): boolean {
  const parts = type?.isUnionType() ? type.getTypes() : [type];
  return parts.some((part) => part?.getSymbol()?.name === 'Promise');
}
