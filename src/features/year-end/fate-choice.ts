import { t } from '#platform/i18n/i18n.ts';
import type { Option } from '#ui/form.ts';

interface Class {
  id: string;
  name: string;
}

/** A fate as one value of a list to choose from: 'stay', or 'go:<class>'. */
export const fateValue = (fate: string | null, toUnitId: string | null): string =>
  fate === null ? '' : fate === 'go' ? `go:${toUnitId}` : fate;

/** The fate that was sent; undefined for none, and for what is none of these or leads to a class unknown. */
export function readFate<Fate extends string>(
  sent: unknown,
  fates: readonly Fate[],
  known: ReadonlySet<string>,
): { fate: Fate; toUnitId: string | null } | undefined {
  const [fate, to] = String(sent ?? '').split(':');
  if (!(fates as readonly string[]).includes(fate!)) return undefined;
  if (fate !== 'go') return { fate: fate as Fate, toUnitId: null };
  return to !== undefined && known.has(to) ? { fate: fate as Fate, toUnitId: to } : undefined;
}

/** The classes that pupils can go to. */
export const goOptions = (classes: readonly Class[], but: string): Option[] =>
  classes
    .filter(({ id }) => id !== but)
    .map(({ id, name }) => ({ value: `go:${id}`, label: name, group: t('They go to') }));
