import { onlyYou } from '#platform/access/audience-words.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { boardPath, newPath } from './addresses.ts';
import { saveLook, selectBoard } from './board.queries.ts';
import { boardView } from './board.view.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';

/** What is said at the school now: for staff, for pupils, for families, each what was put up for them. */
export const boardPage = page(boardPath, {
  purpose: 'administration',
  access: postedNoticePolicy,
  async load(visit) {
    const dayBegan = dayBeganOf(visit);
    const board = await selectBoard(visit.db, visit.who, { today: visit.today, dayBegan });
    await look(visit, board.look, dayBegan);
    return board;
  },
  view: (board, visit) => ({
    title: t('Notices'),
    audience: onlyYou(
      t(
        'This list is put together for you. Each notice says for whom it was put up. Nobody sees what you open.',
      ),
    ),
    ...(visit.who.standing.kind === 'staff' && { action: { label: t('Put up a notice'), href: newPath } }),
    trail: [{ label: t('Today'), href: '/today' }],
    body: boardView(board, visit),
  }),
});

/** The beginning of today where the school is. */
export const dayBeganOf = ({ today, who }: Visit): Date =>
  instantAt(today, '00:00', who.standing.organisation.zone);

/** Keeps that one looked; a page fetched ahead, because a finger rests on its link, is not looked at. */
export async function look(
  visit: Visit,
  before: Parameters<typeof saveLook>[2],
  dayBegan: Date,
): Promise<void> {
  if (/prefetch/.test(String(visit.arrival.headers['sec-purpose'] ?? ''))) return;
  await saveLook(visit.db, visit.who, before, { now: visit.now, dayBegan });
}
