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

/** The field that says beside a choice what stood there when the page was drawn. */
export const wasName = (name: string): string => `was-${name}`;

/**
 * What is to stand at one choice when two people choose at once: where only the other changed it, theirs; otherwise what
 * was sent. Null where both chose differently, so that somebody has to look.
 *
 * @param stands what stands now, as a value of the list
 */
export function chosenOf(
  sent: Readonly<Record<string, unknown>>,
  name: string,
  stands: string,
): string | null {
  const [mine, was] = [String(sent[name] ?? ''), sent[wasName(name)]];
  const isMoved = was !== undefined && stands !== was && stands !== mine;
  if (!isMoved) return mine;
  return mine === was ? stands : null;
}

/** Whether a page of choices says beside each what it was drawn with, so that each can be looked at by itself. */
export const saysWhatWas = (sent: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(sent).some((name) => name.startsWith(wasName('')));

/** What stands in a choice that is drawn again: what its sender changed, otherwise what is true by now. */
export const drawnChoice = (
  values: Readonly<Record<string, unknown>> | undefined,
  name: string,
  stands: string,
): string => {
  const [mine, was] = [values?.[name], values?.[wasName(name)]];
  return mine === undefined || mine === was ? stands : String(mine);
};

/** Said beside a choice that somebody else made otherwise meanwhile. */
export const meanwhile = (): string =>
  t('Somebody chose otherwise meanwhile. Choose again, and yours holds.');

/** The classes that pupils can go to. */
export const goOptions = (classes: readonly Class[], but: string): Option[] =>
  classes
    .filter(({ id }) => id !== but)
    .map(({ id, name }) => ({ value: `go:${id}`, label: name, group: t('They go to') }));
