import { theseRoles } from '#platform/access/audience-words.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { type YearEnd, yearEndHref, yearEndsPath } from './year-end.ts';
import { selectYearEnds, selectYears } from './year-end.queries.ts';

/** Where the passage to the next school year is begun, with those there were. */
export const yearEndsPage = page(yearEndsPath, {
  purpose: 'administration',
  access: roles(...administrators),
  load: async (visit) => ({
    yearEnds: await selectYearEnds(visit.db, visit.organisationId),
    years: await selectYears(visit.db, visit.organisationId, visit.today),
    state: visit.formAt(yearEndsPath),
  }),
  view: ({ yearEnds, years, state }) => {
    const open = yearEnds.find(({ begunAt, endedAt }) => begunAt === null && endedAt === null);
    return {
      title: t('From one school year to the next'),
      audience: theseRoles(administrators, t('Those who look after people and classes.')),
      trail: [{ label: t('School'), href: '/school' }],
      ...(open && {
        action: { label: t('Go on with {name}', { name: open.name }), href: yearEndHref(open.id) },
      }),
      body: html`<p>
          ${t('Here classes move up, leavers leave and the timetable is copied, all on its day and after you have looked at it. Until the new year begins everything can be taken back at one go.')}
        </p>
        ${(open === undefined || state.errors !== undefined) && begin(years, state)}
        <h2>${t('Earlier ones')}</h2>
        ${countedList({
          says: tn(yearEnds.length, '{n} passage', '{n} passages'),
          items: yearEnds.map(line),
          empty: t('There has been none yet.'),
        })}`,
    };
  },
});

const line = (each: YearEnd): Html =>
  html`<a href="${yearEndHref(each.id)}">${t('To {name}', { name: each.name })}</a>
    <span class="meta">${stateWords(each)}</span>`;

/** Where it stands: a draft, prepared for its day, begun, or taken back. */
export function stateWords({ preparedAt, begunAt, endedAt, firstOn }: YearEnd): string {
  if (endedAt !== null) return preparedAt === null ? t('Let go of') : t('Taken back');
  if (begunAt !== null) return t('Begun on {day}', { day: formatDate(firstOn) });
  return preparedAt === null ? t('Being prepared') : t('Prepared for {day}', { day: formatDate(firstOn) });
}

/** The days are those of the school years that are written down; the name of the new one is its own. */
function begin(
  { ending, next }: Awaited<ReturnType<typeof selectYears>>,
  state: ReturnType<Visit['formAt']>,
): Html {
  const first = next?.startsOn ?? (ending && addDays(ending.endsOn, 40));
  return html`<h2>${t('Prepare the next year')}</h2>
    ${
      next === undefined &&
      html`<p>
        ${t('The dates of the next school year are not written down yet.')}
        <a href="/school/dates">${t('Write them down first')}</a>${t(', or say here what you know.')}
      </p>`
    }
    ${form(
      {
        ...state,
        action: yearEndsPath,
        values: state.values ?? { name: next?.name, last_on: ending?.endsOn, first_on: first },
        button: t('See what becomes of each class'),
      },
      (f) =>
        html`${f.text({ name: 'name', label: t('What the new year is called'), required: true, maxlength: 40 })}
        ${f.date({ name: 'last_on', label: t('Last day of the old year'), required: true })}
        ${f.date({ name: 'first_on', label: t('First day of the new year'), required: true })}`,
    )}`;
}
