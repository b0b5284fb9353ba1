import { onlyYou } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Feature } from '#platform/http/feature.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectOrganisationIds } from './me.queries.ts';
import { selectOwnByIds } from './own-items.queries.ts';
import { type Named, nameOf, nounsOf, ownKinds } from './own-kinds.ts';
import { seenPageSize, type SeenRow, selectSeen } from './seen.queries.ts';
import { seenView } from './seen.view.ts';

/**
 * Every time somebody else opened something of one's own: who, what, how, for which purpose.
 */
export const seenPage = (features: () => readonly Feature[]) =>
  page('/me/seen', {
    purpose: 'learning',
    access: 'signed-in',
    async load(visit) {
      const at = visit.pageNumber;
      const kind = visit.query.kind ?? '';
      const seen = await selectSeen(visit.db, visit.who, { page: at, kind }, visit.now);
      return { ...seen, names: await namesOf(visit, features(), seen.rows), at, kind };
    },
    view: ({ rows, total, names, at, kind }) => ({
      title: t('Who saw what'),
      audience: onlyYou(t('Only you see who opened what is yours.')),
      trail: [{ label: t('Me'), href: '/me' }],
      body: seenView({
        rows,
        total,
        page: at,
        pages: Math.max(1, Math.ceil(total / seenPageSize)),
        kind,
        nouns: nounsOf(features()),
        names,
      }),
    }),
  });

/** What those of the opened things are called whose rooms name them, by their id. */
async function namesOf(
  { db, who: { personId } }: Visit,
  features: readonly Feature[],
  rows: readonly SeenRow[],
): Promise<Map<string, Named>> {
  const kinds = ownKinds(features);
  const ids = [...new Set(rows.filter(({ kind }) => kind in kinds).map(({ itemId }) => itemId))];
  if (ids.length === 0) return new Map();
  const organisationIds = await selectOrganisationIds(db, personId);
  const items = await selectOwnByIds(db, { personId, organisationIds, kinds }, ids);
  const nouns = nounsOf(features);
  return new Map(items.map((item) => [item.id, nameOf(kinds[item.kind]!, item, nouns)]));
}
