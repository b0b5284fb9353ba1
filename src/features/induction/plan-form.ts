import type { z } from 'zod';
import { day, id, line } from '#platform/http/input.ts';
import type { Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

/** What a plan begins with, as its forms send it. */
export const planInput = {
  tutor: id('Choose the induction tutor.'),
  new_in: line('Say what they are new in.', 120),
  starts_on: day('Choose the first day.'),
  ends_on: day('Choose the last day.'),
};

export interface Staff {
  personId: string;
  name: string;
}

export const planFields = (f: Fields, staff: readonly Staff[]): Html => html`
  ${f.text({
    name: 'new_in',
    label: t('What they are new in'),
    hint: t('Their post or part: “Year 4 teacher, first year”, “leads mathematics”.'),
    required: true,
  })}
  ${f.select({ name: 'tutor', label: t('Induction tutor'), required: true, options: staffOptions(staff) })}
  ${f.date({ name: 'starts_on', label: t('First day'), required: true })}
  ${f.date({ name: 'ends_on', label: t('Last day'), required: true })}
`;

export const staffOptions = (staff: readonly Staff[]): { value: string; label: string }[] =>
  staff.map(({ personId, name }) => ({ value: personId, label: name }));

/** What is wrong between the fields; `personId` is the teacher's. */
export function wrongPlan(
  { tutor, starts_on: from, ends_on: until }: Partial<z.output<z.ZodObject<typeof planInput>>>,
  personId: string | undefined,
  staff: readonly Staff[],
): Wrong {
  const isStaff = (each: string): boolean => staff.some((one) => one.personId === each);
  return {
    ...(tutor !== undefined && !isStaff(tutor) && { tutor: t('Choose somebody from the list.') }),
    ...(tutor !== undefined &&
      tutor === personId && { tutor: t('Nobody is their own induction tutor. Choose a colleague.') }),
    ...(from !== undefined &&
      until !== undefined &&
      until < from && {
        ends_on: t('The last day comes before the first.'),
      }),
  };
}
