import { addDays, isCalendarDate } from '#platform/calendar/dates.ts';
import { allStaff } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { bulletinPath } from './addresses.ts';
import { selectBulletin } from './bulletin.queries.ts';
import { bulletinView } from './bulletin.view.ts';
import { noticeTrail } from './new-notice.page.ts';

/**
 * What tutors read out to their group on a day, to be printed. `?day=`, today unless given; `?group=` a class or form,
 * all that is read out anywhere unless given.
 */
export const bulletinPage = page(bulletinPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { query, today } = visit;
    const day = isCalendarDate(query.day ?? '') ? query.day! : today;
    const asked = isId(query.group ?? '') ? query.group : undefined;
    const found = await selectBulletin(visit.db, visit.who, { day, today, unit: asked });
    const group = found.groups.find(({ id }) => id === asked);
    return { ...found, group, day, before: addDays(day, -1), after: addDays(day, 1) };
  },
  view: (bulletin, visit) => ({
    title: bulletin.group
      ? t('Bulletin for {group}, {day}', {
          group: bulletin.group.name,
          day: formatDate(bulletin.day, 'weekday'),
        })
      : t('Bulletin, {day}', { day: formatDate(bulletin.day, 'weekday') }),
    audience: allStaff(
      visit.who,
      t('All staff see the bulletin; pupils see on Today what of it is for them.'),
    ),
    trail: noticeTrail(),
    body: bulletinView(bulletin),
  }),
});
