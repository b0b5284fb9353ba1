import { audienceNote } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { programmeTabs, tabbed } from '#features/programmes/index.ts';
import { evaluationPolicy, publishedPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { itemToBe } from './open-evaluation.ts';
import { selectPublication } from './publication.queries.ts';
import { reportView } from './report.view.ts';

/** The page as it was published: for governors, leaders and everybody in the programme. */
export const publishedPage = page('/programmes/:programme/evaluation/published', {
  purpose: 'evaluation',
  access: publishedPolicy,
  async load(visit) {
    const publication = await selectPublication(visit.db, visit.organisationId, visit.params.programme ?? '');
    if (!publication) throw new NotFound('No evaluation of this programme is published.');
    const item = await visit.open(publishedPolicy, publication.id);
    const programme = { ...publication.programme, ownerId: publication.ownerId };
    // Those who read the evaluation as it stands came from there; to others its pages are closed.
    const readsAll = visit.who.may('read', evaluationPolicy, itemToBe(programme));
    return { publication, programme, item, readsAll };
  },
  view: ({ publication, programme, item, readsAll }, visit) => ({
    title: t('What came of “{programme}”', { programme: programme.title }),
    audience: audienceNote(item, publishedPolicy, visit.who),
    status: {
      where: t('Published on {day} by {name}, as it stood then.', {
        day: formatDate(publication.publishedAt),
        name: publication.publishedBy,
      }),
    },
    trail: readsAll ? evaluationTrail(programme) : [{ label: t('Programmes'), href: '/programmes' }],
    body: html`${readsAll && programmeTabs(tabbed(visit.who, programme), 'evaluation')}
    ${reportView(publication.report, visit.who.standing.organisation.currency)}`,
  }),
});
