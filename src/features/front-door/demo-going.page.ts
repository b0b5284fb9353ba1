import { everybody } from '#platform/access/audience-words.ts';
import { publicPage, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';

/** The demo's last page, shown while it is taken away. */
export const demoGoingPage = publicPage('/demo/going', {
  purpose: 'administration',
  async load(arrival) {
    const house = arrival.services.demoHouse;
    return arrival.services.demo && house ? { back: house.schoolAddress } : see('/');
  },
  view: ({ back }) => ({
    title: t('The demo is gone'),
    audience: everybody(),
    body: html`<p>${t('Its database and files have been taken away.')}</p>
      <p><a class="button" href="${back}">${t('Go to Staffroom')}</a></p>`,
  }),
});
