import { everybody } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { publicPage, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';

/** Shown while the demo is made; goes on by itself when it is ready. */
export const preparingDemoPage = publicPage('/demo/preparing', {
  purpose: 'administration',
  async load(arrival) {
    const house = arrival.services.demoHouse;
    if (!house || arrival.services.demo) throw new NotFound();
    const state = house.state();
    if (state.is === 'open') return see(state.address);
    if (state.is === 'absent') return see('/');
    return { why: state.is === 'failed' ? state.why : '' };
  },
  view: ({ why }) => ({
    title: why ? t('The demo could not be made') : t('Getting the demo school ready'),
    audience: everybody(),
    ...(why ? {} : { reloadAfter: 2 }),
    body: why
      ? html`<p>${why}</p>
          ${form({ action: '/demo/open', button: t('Try again') })}`
      : html`<p role="status">
            ${t('Sixty teachers are moving in. This page goes on by itself, in about twenty seconds.')}
          </p>
          <p><a href="/demo/preparing">${t('Look whether it is ready')}</a></p>`,
  }),
});
