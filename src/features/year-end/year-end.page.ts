import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';
import { digestOf } from './plan-year-end.ts';
import { isAnything } from './since-prepared.ts';
import { selectSince } from './since-prepared.queries.ts';
import { workOut } from './work-out.ts';
import { type YearEnd, yearEndHref, yearEndsPath } from './year-end.ts';
import { selectYearEnd } from './year-end.queries.ts';
import { yearEndView } from './year-end.view.ts';

/** What becomes of each class, what it all comes to, and the button that prepares it or takes it back. */
export const yearEndPage = page(`${yearEndsPath}/:yearEnd`, {
  purpose: 'administration',
  access: roles(...administrators),
  async load(visit) {
    const { db, organisationId } = visit;
    const yearEnd = await selectYearEnd(db, organisationId, visit.params.yearEnd!);
    const isDraft = yearEnd.preparedAt === null && yearEnd.endedAt === null;
    const isWaiting = yearEnd.preparedAt !== null && yearEnd.begunAt === null && yearEnd.endedAt === null;
    const since = isWaiting ? await selectSince(db, organisationId, yearEnd) : null;
    const worked = isDraft ? await workOut(db, organisationId, yearEnd) : null;
    return {
      yearEnd,
      draft: worked && {
        ...worked,
        digest: digestOf(worked.plan),
        unplaced: worked.classes[0]?.unplaced ?? 0,
      },
      since: since && isAnything(since) ? { ...since, digest: digestOf(since.plan) } : null,
      along: visit.formAt(yearEndHref(yearEnd.id, 'take-along')),
      choices: visit.formAt(yearEndHref(yearEnd.id, 'classes')),
      prepare: visit.formAt(yearEndHref(yearEnd.id, 'prepare')),
    };
  },
  view: (data) => ({
    title: t('To the school year {name}', { name: data.yearEnd.name }),
    audience: yearEndAudience(),
    trail: yearEndTrail(),
    wide: true,
    body: yearEndView(data),
  }),
});

export const yearEndAudience = () =>
  theseRoles(administrators, t('Those who look after people and classes.'));

export const yearEndTrail = (yearEnd?: YearEnd) => [
  { label: t('School'), href: '/school' },
  { label: t('From one school year to the next'), href: yearEndsPath },
  ...(yearEnd ? [{ label: yearEnd.name, href: yearEndHref(yearEnd.id) }] : []),
];
