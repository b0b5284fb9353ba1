import { onlyYou } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { filters, pager } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { addressOf } from './open-starting-points.ts';
import { selectShared, selectSharedPlaces } from './shared-with-me.queries.ts';
import { selectMyProgrammes } from './starting-points.queries.ts';

const perPage = 40;
const address = '/my-learning/starting-points/shared';

/** Starting points that others share with one: for a specialist, the list of people to talk with. */
export const sharedWithMePage = page(address, {
  purpose: 'learning',
  access: 'signed-in',
  async load(visit) {
    const wished = visit.query.programme ?? '';
    const programme = isId(wished) ? wished : null;
    const number = visit.pageNumber;
    const [places, programmes] = await Promise.all([
      selectSharedPlaces(visit.db, visit.who, programme, { limit: perPage, offset: (number - 1) * perPage }),
      selectMyProgrammes(visit.db, visit.who),
    ]);
    return {
      rows: await selectShared(visit.db, visit.who, places),
      total: places[0]?.total ?? 0,
      programme,
      programmes,
      number,
    };
  },
  view: ({ rows, total, programme, programmes, number }, { who }) => ({
    title: t('Starting points shared with me'),
    audience: onlyYou(
      t('This list is for you alone. Each account is for those its author chose; they see when you open it.'),
    ),
    // A specialist from outside reads, and keeps no starting points of their own.
    trail: [
      who.standing.kind === 'staff'
        ? { label: t('Where I start from'), href: '/my-learning/starting-points' }
        : { label: t('My learning'), href: '/my-learning' },
    ],
    body: html`${
      programmes.length > 0 &&
      filters({ action: address, values: { programme }, narrowed: programme !== null }, (f) =>
        f.select({
          name: 'programme',
          label: t('Programme'),
          all: t('All programmes'),
          options: programmes.map((each) => ({ value: each.id, label: each.title })),
        }),
      )
    }
    ${rows.length > 0 && html`<p class="count">${tn(total, '{n} account', '{n} accounts')}</p>`}
    ${table({
      caption: t('Starting points shared with me'),
      captionHidden: true,
      columns: [
        { label: t('Who') },
        { label: t('Starting points'), wide: true },
        { label: t('For') },
        { label: t('Saved') },
        { label: t('Our talk') },
      ],
      rows: rows.map((row) => [
        row.author,
        html`<a href="${addressOf(row)}">${row.title}</a>`,
        row.programme ?? t('No programme'),
        formatDate(row.updatedAt, 'short'),
        row.notesId
          ? html`<a
              href="/interview-notes/${row.notesId}"
              aria-label="${t('Read the notes: {name}', { name: row.author })}"
              >${t('Read the notes')}</a
            >`
          : html`<a
              href="${addressOf(row)}/interview"
              aria-label="${t('Make notes: {name}', { name: row.author })}"
              >${t('Make notes')}</a
            >`,
      ]),
      empty: empty({
        says: t('Nobody has shared starting points with you. When a teacher does, they stand here.'),
      }),
    })}
    ${pager({ page: number, pages: Math.ceil(total / perPage), path: address, query: { programme: programme ?? undefined } })}`,
  }),
});
