import { onlyYou } from '#platform/access/audience-words.ts';
import type { Policy } from '#platform/access/policy.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { seenPageSize, selectSeen } from './seen.queries.ts';
import { seenView } from './seen.view.ts';

/**
 * Every time somebody else opened something of one's own: who, what, how, for which purpose.
 * `nouns` names the kinds of item in words.
 */
export const seenPage = (policies: () => readonly Policy[]) =>
  page('/me/seen', {
    purpose: 'learning',
    access: 'signed-in',
    async load(visit) {
      const at = visit.pageNumber;
      const kind = visit.query.kind ?? '';
      return {
        ...(await selectSeen(visit.db, visit.who, { page: at, kind }, visit.now)),
        at,
        kind,
      };
    },
    view: ({ rows, total, at, kind }) => ({
      title: t('Who saw what'),
      audience: onlyYou(t('Only you see who opened what is yours.')),
      trail: [{ label: t('Me'), href: '/me' }],
      body: seenView({
        rows,
        total,
        page: at,
        pages: Math.max(1, Math.ceil(total / seenPageSize)),
        kind,
        nouns: new Map(policies().map((policy) => [policy.kind, policy.noun])),
      }),
    }),
  });
