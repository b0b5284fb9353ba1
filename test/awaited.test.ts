import assert from 'node:assert/strict';
import { join, relative, sep } from 'node:path';
import { after, test } from 'node:test';
import {
  isArrowFunction,
  isAwaitExpression,
  isBinaryExpression,
  isCallExpression,
  isExpressionStatement,
  isFunctionExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isVoidExpression,
} from 'typescript/unstable/ast/is';
import {
  type ArrowFunction,
  type Expression,
  type FunctionExpression,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { API, SignatureKind, type Type, TypeFlags } from 'typescript/unstable/sync';
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
  assert.deepEqual(sources.flatMap(leftAlone), [
    'test/fixtures/left-alone.ts:3  work?.();',
    'test/fixtures/left-alone.ts:8  all.map((each) => each());',
    'test/fixtures/left-alone.ts:13  async (each) => {',
    'test/fixtures/left-alone.ts:16  (each) => each());',
    'test/fixtures/left-alone.ts:21  async (each) => !(await each()));',
  ]);
});

function leftAlone({ name, path }: { name: string; path: string }): string[] {
  const file = program.getSourceFile(name)!;
  const statements = statementsOf(file).filter((expression) => !isSettled(expression));
  const callbacks = callbacksOf(file);
  return [...promisesAmong(statements, (expression) => expression), ...heardByNobody(callbacks)]
    .map((node) => node.getStart(file))
    .toSorted((a, b) => a - b)
    .map((start) => {
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

type Callback = ArrowFunction | FunctionExpression;

interface Given {
  callback: Callback;
  /** What it is given to: `test`, or of a method `.every`. */
  to: string;
}

/** The functions that are given to others where they are written. */
function callbacksOf(from: Node): Given[] {
  const found: Given[] = [];
  const look = (node: Node): void => {
    if (isCallExpression(node)) {
      const { expression: called, arguments: given } = node;
      const to = isPropertyAccessExpression(called)
        ? `.${called.name.text}`
        : isIdentifier(called)
          ? called.text
          : '';
      for (const callback of given)
        if (isArrowFunction(callback) || isFunctionExpression(callback)) found.push({ callback, to });
    }
    node.forEachChild(look);
  };
  from.forEachChild(look);
  return found;
}

/** These wait for what their callbacks begin. */
const waiting = [...ofTheRunner, 'after', 'before', 'beforeEach', 'afterEach', '.test', '.then', '.finally'];
/** Methods that ask their callback yes or no: to them a promise is always yes. */
const askYesOrNo = ['.filter', '.some', '.every', '.find', '.findIndex', '.findLast', '.findLastIndex'];

/** The callbacks that answer a promise to somebody who does not look at what they answer. */
function heardByNobody(all: readonly Given[]): Callback[] {
  const heard = all.filter(({ to }) => !waiting.includes(to));
  const calling = heard.flatMap((given) =>
    isArrowFunction(given.callback) && isCallExpression(given.callback.body)
      ? [{ given, body: given.callback.body }]
      : [],
  );
  return [
    ...heard.filter(({ callback }) =>
      callback.modifiers?.some(({ kind }) => kind === SyntaxKind.AsyncKeyword),
    ),
    ...promisesAmong(calling, ({ body }) => body).map(({ given }) => given),
  ]
    .filter(({ callback, to }) => askYesOrNo.includes(to) || isForgotten(callback))
    .map(({ callback }) => callback);
}

/** Whether the place it is given to expects nothing back. */
function isForgotten(callback: Callback): boolean {
  const expected = checker.getContextualType(callback);
  if (!expected) return false;
  const answers = checker
    .getSignaturesOfType(checker.getNonNullableType(expected) ?? expected, SignatureKind.Call)
    .map((signature) => checker.getReturnTypeOfSignature(signature));
  return (
    answers.length > 0 &&
    answers.every((answer) => answer !== undefined && (answer.flags & TypeFlags.Void) !== 0)
  );
}

/** Those whose `expression` is a promise, or a list of promises. */
function promisesAmong<T>(all: readonly T[], expression: (each: T) => Expression): T[] {
  const types = all.length > 0 ? checker.getTypeAtLocation(all.map(expression)) : [];
  return all.filter((_, index) => isPromise(types[index]) || isListOfPromises(types[index]));
}

/** Fastify's replies have a `then` as well, and are no promises. A union is asked in words: the compiler's own list fails for some. */
function isPromise(type: Type | undefined): boolean {
  if (type?.isUnionType()) return /(?:^|\| )Promise</.test(checker.typeToString(type));
  return type?.getSymbol()?.name === 'Promise';
}

function isListOfPromises(type: Type | undefined): boolean {
  if (type?.getSymbol()?.name !== 'Array' || !type.isTypeReference()) return false;
  return isPromise(checker.getTypeArguments(type)[0]);
}
