import { page } from '#platform/http/route.ts';
import { resourceHref } from './addresses.ts';
import { resourceAudience } from './audience.ts';
import { openResource } from './open-resource.ts';
import { resourcePolicy } from './resource.policy.ts';
import { resourceTrail } from './resource-trail.ts';
import { resourceView } from './resource.view.ts';

/** One page, as it is taught with, and where it came from. */
export const resourcePage = page(resourceHref(':resource'), {
  purpose: 'learning',
  access: resourcePolicy,
  load: openResource,
  view: (opened, visit) => ({
    title: opened.resource.title,
    audience: resourceAudience(visit.who, opened.resource),
    trail: resourceTrail(),
    body: resourceView(opened, visit),
  }),
});
