import type { AudienceNote } from '#platform/http/content.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { personOf } from './person.page.ts';
import type { Person } from './person.queries.ts';
import { administrators } from './roles.ts';
import { weekdayName, weekdays, type WorkingPattern } from './working-pattern.ts';
import { selectWorkingPattern } from './working-pattern.queries.ts';

/** The member of staff whose days these are, for themselves and for administrators. */
export async function workerOf(visit: Visit): Promise<Person> {
  const person = await personOf(visit);
  if (person.kind !== 'staff') throw new NotFound();
  if (person.personId !== visit.who.personId && !visit.who.hasAny(administrators))
    throw new NotAllowed(
      'The days and hours of a colleague are for them and the administrators.',
      'Ask them when they are in.',
    );
  return person;
}

export const workingPatternPage = page('/people/:person/working-pattern', {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const person = await workerOf(visit);
    return {
      person,
      pattern: await selectWorkingPattern(visit.db, visit.organisationId, person.personId),
      form: visit.formAt(`/people/${person.personId}/working-pattern`),
    };
  },
  view: ({ person, pattern, form: state }, visit) => ({
    title:
      person.personId === visit.who.personId
        ? t('My days and hours')
        : t('Days and hours of {name}', { name: person.name }),
    audience: audience(person, visit),
    trail: [
      { label: t('People'), href: '/people' },
      { label: person.name, href: `/people/${person.personId}` },
    ],
    body: html`<p>${t('So that sessions and meetings can be laid on days when everybody is in.')}</p>
      ${form({ ...state, values: state.values ?? valuesOf(pattern), hidden: { version: pattern.version }, button: t('Save'), cancel: `/people/${person.personId}` }, days)}`,
  }),
});

const audience = (person: Person, visit: Visit): AudienceNote => ({
  icon: 'people',
  words:
    person.personId === visit.who.personId
      ? t('You and the administrators')
      : t('{name} and the administrators', { name: person.name }),
  why: t('Colleagues see the days only where a time for a meeting is looked for.'),
});

const days = (f: Fields): Html =>
  html` ${table({
    caption: t('Days at work'),
    columns: [{ label: t('Day') }, { label: t('From') }, { label: t('Until') }],
    rows: weekdays.map((day) => [
      f.checkbox({ name: day, label: weekdayName[day]() }),
      f.time({
        name: `${day}_from`,
        label: t('{day}, from', { day: weekdayName[day]() }),
        labelHidden: true,
      }),
      f.time({
        name: `${day}_until`,
        label: t('{day}, until', { day: weekdayName[day]() }),
        labelHidden: true,
      }),
    ]),
    empty: '',
  })}
  ${f.textarea({ name: 'note', label: t('Odd weeks, in your own words'), hint: t('“Every other Friday”, “late on Tuesdays in the spring term”') })}`;

function valuesOf(pattern: WorkingPattern): Record<string, unknown> {
  const fields = pattern.days.flatMap(({ day, from, until }) => [
    [day, true],
    [`${day}_from`, from],
    [`${day}_until`, until],
  ]);
  return { note: pattern.note, ...Object.fromEntries(fields) };
}
