import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectChoice } from './hearing.queries.ts';
import { hearingView } from './hearing.view.ts';

export const hearingAddress = '/me/notices';

/** How one hears by mail of what waits on the first page. */
export const hearingPage = page(hearingAddress, {
  purpose: 'learning',
  access: 'signed-in',
  async load(visit) {
    const choice = await selectChoice(visit.db, visit.who);
    const { personId, standing } = visit.who;
    return {
      choice,
      state: visit.formAt(hearingAddress),
      organisation: standing.organisation.name,
      workingDays: standing.kind === 'staff' ? `/people/${personId}/working-pattern` : null,
    };
  },
  view: (data) => ({
    title: t('Notices by mail'),
    audience: onlyYou(),
    trail: [{ label: t('Me'), href: '/me' }],
    body: hearingView(data),
  }),
});
