import { theseRoles } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { timetableKeepers } from '../timetable.access.ts';
import {
  weekdayName,
  type Period,
  periodKinds,
  type Timetable,
  timetableHref,
  timetablesPath,
  type Weekday,
  weekdays,
} from '../timetable.ts';
import { timetableOf, timetableTrail } from './timetable.page.ts';

/** So many empty lines stand below the periods there are. */
const newLines = ['new1', 'new2', 'new3'] as const;

/** The lines of the sheet: the periods there are, and empty ones. */
export const linesOf = (periods: readonly Pick<Period, 'id'>[]): string[] => [
  ...periods.map(({ id }) => id),
  ...newLines,
];

/** A weekday of a version, with its periods. Throws `NotFound` for what is no weekday. */
export async function dayOf(
  visit: Visit,
): Promise<{ timetable: Timetable; weekday: Weekday; periods: Period[] }> {
  const weekday = weekdays.find((each) => each === visit.params.weekday);
  if (!weekday) throw new NotFound();
  const timetable = await timetableOf(visit);
  return { timetable, weekday, periods: timetable.periods.filter((each) => each.weekday === weekday) };
}

/** The periods of one weekday as a sheet: names, times, what they are. */
export const dayPage = page(`${timetablesPath}/:timetable/days/:weekday`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  load: dayOf,
  view: ({ timetable, weekday, periods }, visit) => {
    const state = visit.formAt(`${timetableHref(timetable.id)}/days/${weekday}`);
    return {
      title: t('Periods of {day}', { day: weekdayName[weekday]() }),
      audience: theseRoles(timetableKeepers, t('Those who keep the timetable.')),
      trail: timetableTrail(timetable),
      body: html`<p>
          ${t('Empty the name of a period to take it out. The last three lines are for new ones.')}
        </p>
        ${form(
          {
            ...state,
            values: state.values ?? storedValues(periods),
            hidden: { version: timetable.version },
            button: t('Save this day'),
            cancel: timetableHref(timetable.id),
          },
          (f) => linesOf(periods).map((line, index) => lineFields(f, line, periods[index])),
        )}`,
    };
  },
});

const storedValues = (periods: readonly Period[]): Record<string, unknown> =>
  Object.fromEntries(
    periods.flatMap((each) => [
      [`name-${each.id}`, each.name],
      [`from-${each.id}`, each.startsAt],
      [`until-${each.id}`, each.endsAt],
      [`kind-${each.id}`, each.kind],
      [`register-${each.id}`, each.takesRegister ? 'yes' : ''],
    ]),
  );

const kindNames: Readonly<Record<(typeof periodKinds)[number], () => string>> = {
  lesson: () => t('Lesson'),
  registration: () => t('Registration'),
  break: () => t('Break'),
  other: () => t('Something else'),
};

const lineFields = (f: Fields, line: string, period: Period | undefined): Html =>
  f.group(
    period?.name ?? t('A new period'),
    html`<div class="period-line">
      ${f.text({ name: `name-${line}`, label: t('Name'), unmarked: true, maxlength: 40 })}
      ${f.time({ name: `from-${line}`, label: t('Begins'), unmarked: true })}
      ${f.time({ name: `until-${line}`, label: t('Ends'), unmarked: true })}
      ${f.select({ name: `kind-${line}`, label: t('What it is'), unmarked: true, initial: 'lesson', options: periodKinds.map((value) => ({ value, label: kindNames[value]() })) })}
      ${f.checkbox({ name: `register-${line}`, label: t('A register is taken'), unmarked: true })}
    </div>`,
  );
