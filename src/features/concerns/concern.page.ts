import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { concernHref, concernsPath } from './addresses.ts';
import { childOf } from './concern.ts';
import { concernPolicy } from './concern.policy.ts';
import { concernView } from './concern.view.ts';
import { concernAudience } from './new-concern.page.ts';
import { openConcern } from './open-concern.ts';

/** One concern: for its writer what they wrote and whether somebody has looked, for those who are named everything. */
export const concernPage = page(concernHref(':concern'), {
  purpose: 'safeguarding',
  access: concernPolicy,
  load: openConcern,
  view: (opened, visit) => ({
    title: t('Concern about {child}', { child: childOf(opened.concern) }),
    audience: concernAudience(opened.named),
    trail: [{ label: t('Concerns'), href: concernsPath }],
    body: concernView(opened, visit),
  }),
});
