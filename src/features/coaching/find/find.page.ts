import { onlyYou } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectCandidates } from './candidates.queries.ts';
import { findView } from './find.view.ts';
import { soughtHref, soughtInWords, soughtOf } from './sought.ts';

/** A learner chooses whom to ask: those who offer, each with reasons, and anybody by name. */
export const findPage = page('/coaching/find', {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const { query } = visit;
    const chosen = [query.with ?? ''].filter(isId);
    const sought = soughtOf(query, chosen);
    if (!sought) return see('/coaching/new');
    const words = (query.words ?? '').slice(0, 200);
    const page = visit.pageNumber;
    const found = await selectCandidates(visit.db, visit.who, {
      kind: sought.kind,
      words,
      page,
      today: visit.today,
      without: chosen,
    });
    return { sought, words, page, found };
  },
  view: (data) => ({
    title: t('Who could help?'),
    audience: onlyYou(t('Nobody is told that you look, and nobody until you ask them.')),
    trail: [
      { label: t('Mentoring and coaching'), href: '/coaching' },
      { label: t('Find somebody'), href: soughtHref('/coaching/new', { ...data.sought, chosen: [] }) },
    ],
    status: { where: soughtInWords(data.sought) },
    body: findView(data),
  }),
});
