import { addDays } from '#platform/calendar/dates.ts';
import { isId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Query } from '#ui/list.ts';
import { renewalDays } from './consent.ts';
import { consentPurpose, consentPurposes } from './purposes.ts';
import { type RegisterFilter, sought } from './register.queries.ts';

export const pupilsAPage = 30;

/** The filter in the address, for the page and for the sheet. */
export function registerFilter({ query }: Pick<Visit, 'query'>): RegisterFilter {
  const one = consentPurpose(query.purpose ?? '');
  return {
    unitId: query.unit && isId(query.unit) ? query.unit : null,
    purposes: one ? [one.id] : consentPurposes().map(({ id }) => id),
    standing: sought.find((each) => each === query.answer) ?? null,
    search: (query.q ?? '').slice(0, 100),
  };
}

/** The filter as it stands in an address. */
export const queryOf = (filter: RegisterFilter): Query => ({
  unit: filter.unitId ?? undefined,
  purpose: filter.purposes.length === 1 ? filter.purposes[0] : undefined,
  answer: filter.standing ?? undefined,
  q: filter.search,
});

/** The last day on which what runs out is asked for again now. */
export const renewalDay = (today: string): string => addDays(today, renewalDays);
