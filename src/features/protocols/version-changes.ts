import { stepsOf } from './work-of.ts';
import type { Protocol, ProtocolStep } from '#features/evidence/index.ts';

/** What changed from one version of a protocol to the next: titles of its steps, and names of its other parts. */
export interface VersionChanges {
  added: readonly string[];
  removed: readonly string[];
  changed: readonly string[];
  /** Whether steps that stayed stand in another order, or in another stage. */
  reordered: boolean;
  /** Other parts that are not the same, by their key. */
  parts: readonly (keyof Protocol)[];
}

export function versionChanges(before: Protocol, after: Protocol): VersionChanges {
  const old = new Map(stepsOf(before).map((step) => [step.id, step]));
  const fresh = new Map(stepsOf(after).map((step) => [step.id, step]));
  const titles = (steps: Iterable<ProtocolStep>): string[] => [...steps].map(({ title }) => title);
  return {
    added: titles([...fresh.values()].filter(({ id }) => !old.has(id))),
    removed: titles([...old.values()].filter(({ id }) => !fresh.has(id))),
    changed: titles([...fresh.values()].filter((step) => old.has(step.id) && !same(old.get(step.id), step))),
    reordered: order(before, fresh) !== order(after, old),
    parts: (Object.keys({ ...before, ...after }) as (keyof Protocol)[]).filter(
      (key) =>
        !['id', 'version'].includes(key) &&
        (key === 'stages' ? !same(frames(before), frames(after)) : !same(before[key], after[key])),
    ),
  };
}

/** Where each step that both have stands: the stages by name, each with its steps. */
const order = ({ stages }: Protocol, others: ReadonlyMap<string, unknown>): string =>
  stages
    .map(
      ({ id, steps }) =>
        `${id}: ${steps
          .filter((step) => others.has(step.id))
          .map((step) => step.id)
          .join(' ')}`,
    )
    .filter((line) => !line.endsWith(': '))
    .join('\n');

/** Stages without their steps. */
const frames = ({ stages }: Protocol) => stages.map(({ steps: _steps, ...stage }) => stage);

/** Whether nothing that people read or do differs; the number of the version alone does not count. */
export const sameProtocol = (one: Protocol, other: Protocol): boolean =>
  same({ ...one, version: 1 }, { ...other, version: 1 });

const same = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other);

/** As text, keys in their order: a database gives them back in another. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  ) ?? '';
