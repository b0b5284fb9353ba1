import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { mapPath, newPlanPath } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planTrail } from '../plan-trail.ts';
import { mapView } from './map.view.ts';
import { selectMap } from './map.queries.ts';
import { mapRows } from './map-rows.ts';

/** What is taught when, across years and subjects, on one picture: gaps and what is taught side by side are seen. */
export const mapPage = page(mapPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const { query } = visit;
    const filter = {
      when: isId(query.when ?? '') ? query.when! : '',
      subject: (query.subject ?? '').slice(0, 80),
      year: (query.year ?? '').slice(0, 40),
    };
    const data = await selectMap(visit.db, visit.who, { ...filter, today: visit.today });
    return { ...data, filter, rows: mapRows(data.plans, data.before, data.terms) };
  },
  view: (data, visit) => ({
    title: t('What is taught when'),
    audience: planAudience(visit.who),
    action: { label: t('Write a scheme of work'), href: newPlanPath },
    trail: planTrail(),
    wide: true,
    body: mapView(data),
  }),
});
