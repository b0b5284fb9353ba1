import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { firstDayAgain, type RanThisYear, selectRanThisYear } from '#features/programmes/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { countCarriedOn } from './carried-on.queries.ts';
import { type YearEnd, yearEndHref, yearEndsPath } from './year-end.ts';
import { yearEndTrail } from './year-end.page.ts';
import { selectYearEnd } from './year-end.queries.ts';

/** Which programmes of the year that ends go on in the next, each as a draft of those who lead it. */
export const yearEndProgrammesPage = page(`${yearEndsPath}/:yearEnd/programmes`, {
  purpose: 'learning',
  access: roles(...administrators),
  async load(visit) {
    const yearEnd = await selectYearEnd(visit.db, visit.organisationId, visit.params.yearEnd!);
    return {
      yearEnd,
      ran: isOpen(yearEnd) ? await selectRanThisYear(visit.db, visit.who, yearEnd) : [],
      drafts: await countCarriedOn(visit.db, visit.organisationId, yearEnd.id),
      state: visit.formAt(yearEndHref(yearEnd.id, 'programmes')),
    };
  },
  view: ({ yearEnd, ran, drafts, state }) => ({
    title: t('Programmes that go on in {name}', { name: yearEnd.name }),
    audience: theseRoles(
      administrators,
      t('The list names programmes that all staff can read. A draft is read by those who lead it.'),
    ),
    trail: yearEndTrail(yearEnd),
    body: html`<p>
        ${t('A programme that is ticked is copied as a draft with the same plan and steps, laid on the weeks of the new year. It belongs to those who lead it now, and they hear of it. People, attendance and answers are not copied. Protocols have no year: they are there next year as they are.')}
      </p>
      ${
        // Without a form, what was refused has no place of its own.
        ran.length === 0 && Object.values(state.errors ?? {}).map((says) => notice('caution', says))
      }
      ${
        !isOpen(yearEnd)
          ? html`<p>${t('A programme can still be copied from its own page.')}</p>`
          : ran.length === 0
            ? empty({ says: t('There is no programme of this year that is not copied already.') })
            : form({ ...state, button: t('Copy those ticked as drafts') }, (f) =>
                f.checkboxes({
                  name: 'programmes',
                  label: t('Carry on next year as a new draft'),
                  unmarked: true,
                  options: ran.map((each) => ({
                    value: each.id,
                    label: each.title,
                    hint: hintOf(each, yearEnd),
                  })),
                }),
              )
      }
      ${drafts > 0 && drawn(yearEnd, drafts)}`,
  }),
});

/** Until the new year has begun, and unless it was let go of. */
export const isOpen = ({ begunAt, endedAt }: YearEnd): boolean => begunAt === null && endedAt === null;

const hintOf = ({ startsOn, endsOn, leaders }: RanThisYear, { firstOn }: YearEnd): string =>
  t('From {from} to {until}; again from {day}. Led by {names}.', {
    from: formatDate(startsOn),
    until: formatDate(endsOn),
    day: formatDate(firstDayAgain(startsOn, firstOn)),
    names: formatList(leaders.map(({ name }) => name)),
  });

const drawn = (yearEnd: YearEnd, drafts: number): Html =>
  html`<h2>${t('Drafts for the new year')}</h2>
    <p>
      ${tn(drafts, 'One programme was copied as a draft for the new year.', '{n} programmes were copied as drafts for the new year.')}
    </p>
    ${yearEnd.begunAt === null && takeAway(yearEnd)}`;

const takeAway = (yearEnd: YearEnd): Value =>
  form({
    action: yearEndHref(yearEnd.id, 'programmes', 'take-away'),
    button: t('Take the drafts away that nobody worked on'),
    quiet: true,
  });
