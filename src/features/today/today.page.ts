import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';

export const todayPage = page('/today', {
  purpose: 'learning',
  access: 'signed-in',
  async load(visit) {
    return { on: visit.today };
  },
  view: (data) => ({
    title: formatDate(data.on, 'weekday'),
    audience: onlyYou(),
    body: html`<p>${t('Nothing is waiting for you.')}</p>`,
  }),
});
