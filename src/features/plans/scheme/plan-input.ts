import type { z } from 'zod';
import { day, line, optionalLine } from '#platform/http/input.ts';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { yearKey } from '#features/curriculum/index.ts';
import { yearWords } from '#features/people/index.ts';
import { daysBetween } from '#platform/calendar/dates.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Plan } from '../plan.ts';
import type { PlanFields } from './plan.queries.ts';

/** What the form of a plan sends. */
export const planInput = {
  title: line('Give it a title.', 160),
  subject: line('Say which subject.', 80),
  year: optionalLine(40),
  starts_on: day(),
  ends_on: day(),
};

type Sent = z.output<z.ZodObject<typeof planInput>>;

/** A scheme longer than this is a whole year's, and shorter ones say more. */
const longest = 400;

/** A plan as its form sent it. Throws `Refused` for days that cannot be. */
export function planFrom({ title, subject, year, starts_on, ends_on }: Sent): PlanFields {
  if (ends_on < starts_on) throw new Refused({ ends_on: t('This is before the first day.') });
  if (daysBetween(starts_on, ends_on) > longest)
    throw new Refused({ ends_on: t('This is more than a year. Write a plan for each part of it.') });
  return { title, subject, yearKey: yearKey(year), startsOn: starts_on, endsOn: ends_on };
}

/** A stored one as its form shows it. */
export const valuesOf = ({ title, subject, yearKey: year, startsOn, endsOn }: Plan) => ({
  title,
  subject,
  year: year === '' ? '' : yearWords(year),
  starts_on: startsOn,
  ends_on: endsOn,
});

export const planFields = (f: Fields): Html =>
  html`${f.text({ name: 'title', label: t('What it is about'), hint: t('As you would say it to pupils: The Tudors.'), required: true, maxlength: 160 })}
  ${f.text({ name: 'subject', label: t('Subject'), required: true, maxlength: 80 })}
  ${f.text({ name: 'year', label: t('Year'), hint: t('As the school says it: 4, or Year 4.'), maxlength: 40, width: 'short' })}
  ${f.date({ name: 'starts_on', label: t('From'), required: true })}
  ${f.date({ name: 'ends_on', label: t('Until'), required: true })}`;
