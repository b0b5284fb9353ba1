import { audienceNote } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { publishedPolicy } from './evaluation.policy.ts';
import { selectPublication } from './publication.queries.ts';
import { reportView } from './report.view.ts';

/** The page as it was published: for governors, leaders and everybody in the programme. */
export const publishedPage = page('/programmes/:programme/evaluation/published', {
  purpose: 'evaluation',
  access: publishedPolicy,
  async load(visit) {
    const publication = await selectPublication(visit.db, visit.organisationId, visit.params.programme ?? '');
    if (!publication) throw new NotFound('No evaluation of this programme is published.');
    return { publication, item: await visit.open(publishedPolicy, publication.id) };
  },
  view: ({ publication, item }, visit) => ({
    title: t('What came of “{programme}”', { programme: publication.title }),
    audience: audienceNote(item, publishedPolicy, visit.who),
    status: {
      where: t('Published on {day} by {name}, as it stood then.', {
        day: formatDate(publication.publishedAt),
        name: publication.publishedBy,
      }),
    },
    trail: [{ label: t('Programmes'), href: '/programmes' }],
    body: reportView(publication.report, visit.who.standing.organisation.currency),
  }),
});
