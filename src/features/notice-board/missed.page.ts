import { onlyYou } from '#platform/access/audience-words.ts';
import { today as dayOf } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { missedPath } from './addresses.ts';
import { dayBeganOf, look } from './board.page.ts';
import { selectDaysBack, selectMissed } from './missed.queries.ts';
import { missedView } from './missed.view.ts';
import { noticeTrail } from './new-notice.page.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { chosenDay, lastIn, lastMonday } from './since.ts';

/** What came up while one was away: since one last looked, or since the day in `?since=`. */
export const missedPage = page(missedPath, {
  purpose: 'administration',
  access: postedNoticePolicy,
  async load(visit) {
    const { db, who, today } = visit;
    const dayBegan = dayBeganOf(visit);
    const { zone } = who.standing.organisation;
    const { look: looks, working, terms, closures } = await selectDaysBack(db, who, { today, dayBegan });
    const ways = {
      looked: looks[0]?.since ? dayOf(looks[0].since, zone) : null,
      in: lastIn(today, { days: working[0]?.days ?? null, terms, closures }),
      monday: lastMonday(today),
    };
    const since = chosenDay(visit.query.since, today) ?? ways.looked ?? ways.in;
    const began = instantAt(since, '00:00', zone);
    const { notices } = await selectMissed(db, who, { today, since, began });
    await look(visit, looks[0], dayBegan);
    return { since, ways, notices };
  },
  view: (missed, visit) => ({
    title: t('What I missed'),
    audience: onlyYou(t('This list is put together for you. Nobody else sees when you last looked.')),
    trail: noticeTrail(),
    body: missedView(missed, visit),
  }),
});
