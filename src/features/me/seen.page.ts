import { onlyYou } from '#platform/access/audience-words.ts';
import type { Feature } from '#platform/http/feature.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { OwnKinds } from './own-items.queries.ts';
import { type Named, nameOf, nounsOf, ownKinds } from './own-kinds.ts';
import { seenIn, seenPageSize, type SeenRow } from './seen.queries.ts';
import { seenView } from './seen.view.ts';

/**
 * Every time somebody else opened something of one's own: who, what, how, for which purpose.
 */
export const seenPage = (features: () => readonly Feature[]) => {
  const selectSeen = seenIn(() => ownKinds(features()));
  return page('/me/seen', {
    purpose: 'learning',
    access: 'signed-in',
    async load(visit) {
      const at = visit.pageNumber;
      const kind = visit.query.kind ?? '';
      return { ...(await selectSeen(visit, { page: at, kind })), at, kind };
    },
    view({ rows, total, at, kind }) {
      const nouns = nounsOf(features());
      return {
        title: t('Who saw what'),
        audience: onlyYou(t('Only you see who opened what is yours.')),
        trail: [{ label: t('Me'), href: '/me' }],
        body: seenView({
          rows,
          total,
          page: at,
          pages: Math.max(1, Math.ceil(total / seenPageSize)),
          kind,
          nouns,
          names: namesOf(ownKinds(features()), rows, nouns),
        }),
      };
    },
  });
};

/** What those of the opened things are called whose rooms name them, by their id. */
const namesOf = (
  kinds: OwnKinds,
  rows: readonly SeenRow[],
  nouns: ReadonlyMap<string, string>,
): Map<string, Named> =>
  new Map(
    rows.flatMap(({ ownerId, itemId: id, kind, facts, madeAt }): [string, Named][] => {
      const own = kinds[kind];
      if (!own || !madeAt || facts === null) return [];
      return [[id, nameOf(own, { ownerId, id, kind, at: madeAt, facts }, nouns)]];
    }),
  );
