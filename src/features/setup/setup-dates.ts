import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { ClosureKind, NamedDays, TermKind } from '#features/organisation/index.ts';
import { type SetupInput, thirds } from './setup.input.ts';

/**
 * The school year out of the form: terms, half-term holidays, the first training day. A pair of empty
 * days is left out. Throws `Refused` at the field that cannot be.
 */
export function datesOf(input: SetupInput): {
  terms: NamedDays<TermKind>[];
  closures: NamedDays<ClosureKind>[];
} {
  if (input.later) return { terms: [], closures: [] };
  const errors: Record<string, string> = {};
  const pair = (field: string, from: string | null, until: string | null) => {
    if (from !== null && until !== null && from <= until) return { startsOn: from, endsOn: until };
    if (from === null && until === null) return null;
    if (from === null) errors[`${field}_from`] = t('Write the first day too, or leave both empty.');
    else if (until === null) errors[`${field}_until`] = t('Write the last day too, or leave both empty.');
    else errors[`${field}_until`] = t('The last day is before the first.');
    return null;
  };
  const terms: NamedDays<TermKind>[] = [];
  const closures: NamedDays<ClosureKind>[] = [];
  for (const n of thirds) {
    const name = input[`term${n}`] || t('Term {n}', { n });
    const term = pair(`term${n}`, input[`term${n}_from`], input[`term${n}_until`]);
    const half = pair(`half${n}`, input[`half${n}_from`], input[`half${n}_until`]);
    if (term) terms.push({ kind: 'term', name, ...term });
    if (half) closures.push({ kind: 'holiday', name: t('{term} half-term', { term: name }), ...half });
  }
  Object.assign(errors, overlaps(input));
  if (Object.keys(errors).length > 0) throw new Refused(errors);
  if (input.training)
    closures.push({
      kind: 'training-day',
      name: t('Training day'),
      startsOn: input.training,
      endsOn: input.training,
    });
  return { terms: [...wholeYear(input.year, terms), ...terms], closures };
}

/** Terms follow one another: what is wrong at the first day of each that begins before an earlier one is over. */
function overlaps(input: SetupInput): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const n of thirds) {
    const from = input[`term${n}_from`];
    const before = thirds.find((m) => m < n && from !== null && (input[`term${m}_until`] ?? '') >= from);
    if (before)
      wrong[`term${n}_from`] = t('This is before the end of {term}. Terms follow one another.', {
        term: input[`term${before}`] || t('Term {n}', { n: before }),
      });
  }
  return wrong;
}

/** The year that the terms make together. */
function wholeYear(name: string, terms: readonly NamedDays<TermKind>[]): NamedDays<TermKind>[] {
  if (terms.length === 0) return [];
  const startsOn = terms.map((term) => term.startsOn).sort()[0]!;
  const endsOn = terms
    .map((term) => term.endsOn)
    .sort()
    .at(-1)!;
  return [{ kind: 'year', name: name || `${startsOn.slice(0, 4)}/${endsOn.slice(2, 4)}`, startsOn, endsOn }];
}
