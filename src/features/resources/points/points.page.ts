import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { choosePointsView, selectPointChoice, yearKey } from '#features/curriculum/index.ts';
import { resourceHref } from '../addresses.ts';
import { resourceAudience } from '../audience.ts';
import { openOwnResource } from '../open-resource.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { resourceTrail } from '../resource-trail.ts';

/** Chooses the points of the curriculum that a page helps to teach. */
export const pointsPage = page(resourceHref(':resource', 'points'), {
  purpose: 'administration',
  access: resourcePolicy,
  async load(visit) {
    const { resource, points } = await openOwnResource(visit);
    const { subject, yearLabel } = resource;
    const choice = await selectPointChoice(visit, { subject, yearKey: yearKey(yearLabel ?? '') });
    return { resource, points, choice };
  },
  view: ({ resource, points, choice }, visit) => ({
    title: t('Points that “{title}” helps to teach', { title: resource.title }),
    audience: resourceAudience(visit.who, resource),
    trail: resourceTrail(resource),
    body: choosePointsView(
      {
        choice,
        path: resourceHref(resource.id, 'points'),
        taken: points.map(({ id }) => id),
        cancel: resourceHref(resource.id),
      },
      visit,
    ),
  }),
});
