import type { z } from 'zod';
import { choice, line, optionalDay, optionalId, optionalLine, optionalProse } from '#platform/http/input.ts';
import { Refused } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';
import { yearKey } from '#features/curriculum/index.ts';
import { yearWords } from '#features/people/index.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Course } from '../course.ts';
import type { ClassChoice } from './class-choices.queries.ts';
import type { CourseFields } from './keep-course.queries.ts';

/** What the form of a course sends. */
export const courseInput = {
  title: line('Give it a title.', 160),
  about: optionalProse(8000),
  subject: optionalLine(80),
  year: optionalLine(40),
  whom: choice(['all-staff', 'named-staff', 'class'], 'Say whom it is for.'),
  unit: optionalId(),
  starts_on: optionalDay(),
  ends_on: optionalDay(),
};

/** A course as its form sent it; `classes` are those that this person may lead. Throws `Refused`. */
export function courseFrom(
  sent: z.output<z.ZodObject<typeof courseInput>>,
  classes: readonly ClassChoice[],
): CourseFields {
  const { title, about, subject, year, whom, unit, starts_on: startsOn, ends_on: endsOn } = sent;
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw new Refused({ ends_on: t('This is before the first day.') });
  if (whom === 'class' && !classes.some(({ id }) => id === unit))
    throw new Refused({ unit: t('Choose one of your classes.') });
  return {
    title,
    about,
    subject,
    yearKey: yearKey(year),
    sort: whom === 'class' ? 'pupils' : 'staff',
    unitId: whom === 'class' ? unit : null,
    isOpen: whom === 'all-staff',
    startsOn,
    endsOn,
  };
}

/** A stored one as its form shows it. */
export const courseValues = (course: Course) => ({
  title: course.title,
  about: course.about,
  subject: course.subject,
  year: course.yearKey === '' ? '' : yearWords(course.yearKey),
  whom: course.sort === 'pupils' ? 'class' : course.isOpen ? 'all-staff' : 'named-staff',
  unit: course.unitId ?? '',
  starts_on: course.startsOn ?? '',
  ends_on: course.endsOn ?? '',
});

export const courseFields =
  (classes: readonly ClassChoice[]) =>
  (f: Fields): Html =>
    html`${f.text({ name: 'title', label: t('What it is called'), required: true, maxlength: 160 })}
    ${f.radios({
      name: 'whom',
      label: t('Whom is it for?'),
      options: [
        {
          value: 'class',
          label: t('A class of pupils'),
          hint: classes.length === 0 ? t('No class has you among its teachers.') : undefined,
          disabled: classes.length === 0,
        },
        { value: 'all-staff', label: t('All staff who wish') },
        { value: 'named-staff', label: t('Colleagues whom you name') },
      ],
    })}
    ${
      classes.length > 0 &&
      f.select({
        name: 'unit',
        label: t('Class'),
        hint: t('Who is in it follows the class, day by day.'),
        options: [
          { value: '', label: t('None') },
          ...classes.map(({ id, name }) => ({ value: id, label: name })),
        ],
      })
    }
    ${f.text({ name: 'subject', label: t('Subject'), maxlength: 80 })}
    ${f.text({ name: 'year', label: t('Year'), maxlength: 40, width: 'short' })}
    ${f.textarea({ name: 'about', label: t('What it is about'), rows: 4, maxlength: 8000 })}
    ${f.date({ name: 'starts_on', label: t('From') })} ${f.date({ name: 'ends_on', label: t('Until') })}`;
