import { allStaff, theseRoles } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { keepsTimetable, timetableKeepers } from '../timetable.access.ts';
import { selectTimetable } from '../timetable.queries.ts';
import { type ShapedTimetable, type Timetable, timetableHref, timetablesPath } from '../timetable.ts';
import { selectWhatIsIn } from './timetable-parts.queries.ts';
import { timetableView } from './timetable.view.ts';

/** The timetable of an address, for whoever may read it: a draft is shown to those who keep it. Throws `NotFound`. */
export async function timetableOf(visit: Visit): Promise<ShapedTimetable> {
  const timetable = await selectTimetable(visit.db, visit.organisationId, visit.params.timetable!);
  const open = timetable.publishedAt !== null && timetable.endedAt === null;
  if (!open && !keepsTimetable(visit.who)) throw new NotFound();
  return timetable;
}

export const timetableTrail = (timetable?: Timetable) => [
  { label: t('Timetable'), href: timetablesPath },
  ...(timetable ? [{ label: timetable.name, href: timetableHref(timetable.id) }] : []),
];

export const timetableAudience = (timetable: Timetable, visit: Visit) =>
  timetable.publishedAt !== null && timetable.endedAt === null
    ? allStaff(visit.who)
    : theseRoles(timetableKeepers, t('Those who keep the timetable. All staff see it once it is published.'));

/** One version: the shape of its days, and the ways to its lessons by class, teacher and room. */
export const timetablePage = page(`${timetablesPath}/:timetable`, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const timetable = await timetableOf(visit);
    return {
      timetable,
      keeps: keepsTimetable(visit.who),
      periods: timetable.periods,
      parts: await selectWhatIsIn(visit.db, visit.organisationId, timetable, visit.today),
      copy: visit.formAt(`${timetableHref(timetable.id)}/copy`),
    };
  },
  view: (data, visit) => ({
    title: data.timetable.name,
    audience: timetableAudience(data.timetable, visit),
    trail: timetableTrail(),
    body: timetableView(data),
  }),
});
