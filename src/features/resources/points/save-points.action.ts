import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { chosenPoints, chosenPointsInput } from '#features/curriculum/index.ts';
import { resourceHref } from '../addresses.ts';
import { openOwnResource } from '../open-resource.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { setResourcePoints } from './point.queries.ts';
import { pointsPage } from './points.page.ts';

/** Makes the ticked points those of the page; what was not offered stays as it was. */
export const saveResourcePoints = action(resourceHref(':resource', 'points'), {
  purpose: 'administration',
  access: resourcePolicy,
  page: pointsPage,
  input: chosenPointsInput,
  async run(change, sent) {
    const { resource, points, ended } = await openOwnResource(change);
    if (ended) throw new Refused(t('You took this page away. Bring it back first.'));
    const wanted = await chosenPoints(change, sent);
    const has = points.map(({ id }) => id);
    const added = wanted.filter((id) => !has.includes(id));
    const removed = has.filter((id) => sent.offered.includes(id) && !wanted.includes(id));
    if (added.length === 0 && removed.length === 0) throw new Refused(t('Nothing was changed.'));
    await setResourcePoints(change, resource.id, { added, removed });
    await change.record({ kind: 'resource.points-chosen', itemId: resource.id, body: { added, removed } });
    return see(resourceHref(resource.id), t('The points are saved.'));
  },
});
