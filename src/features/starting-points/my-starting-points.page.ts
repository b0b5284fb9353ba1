import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { card } from '#ui/card.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { addressOf } from './open-starting-points.ts';
import { startingPointsForm } from './starting-points-form.ts';
import { selectOwn } from './starting-points.queries.ts';

const perPage = 30;
const address = '/my-learning/starting-points';

/** One's own starting points. */
export const myStartingPointsPage = page(address, {
  purpose: 'learning',
  access: 'signed-in',
  async load(visit) {
    const number = visit.pageNumber;
    const own = await selectOwn(visit.db, visit.who, { limit: perPage, offset: (number - 1) * perPage });
    return { own, number, ownerId: visit.who.personId };
  },
  view: ({ own, number, ownerId }) => ({
    title: t('Where I start from'),
    audience: onlyYou(
      t('This list is for you alone. Each account says who can read it: nobody, until you share it.'),
    ),
    action: { label: t('Write starting points'), href: `${address}/new` },
    body: html`<p>${startingPointsForm().plain}</p>
      ${countedList({
        says: tn(own[0]?.total ?? 0, '{n} account', '{n} accounts'),
        items: own.map((row) =>
          card({
            title: row.title,
            href: addressOf({ ownerId, id: row.id }),
            meta: [
              row.programme ? t('For {programme}.', { programme: row.programme }) : '',
              t('Saved on {day}.', { day: formatDate(row.updatedAt, 'long') }),
              row.shares === 0
                ? t('Only you.')
                : tn(row.shares, 'Shared with {n} person or group.', 'Shared with {n} people or groups.'),
            ]
              .filter(Boolean)
              .join(' '),
          }),
        ),
        empty: empty({
          says: t(
            'You have written nothing here yet. A few notes about your pupils, what you believe and can do, and what may get in the way help whoever works with you to begin where you are.',
          ),
        }),
      })}
      ${pager({ page: number, pages: Math.ceil((own[0]?.total ?? 0) / perPage), path: address })}
      ${quietActions([{ label: t('Starting points shared with me'), href: `${address}/shared` }])}`,
  }),
});
