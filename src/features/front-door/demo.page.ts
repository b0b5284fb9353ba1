import { everybody } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { publicPage } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { demoDoorView } from './demo-door.view.ts';
import { selectDemoPeople } from './front-door.queries.ts';

/** In the demo: be somebody else, or take the demo away. */
export const demoPage = publicPage('/demo', {
  purpose: 'administration',
  async load(arrival) {
    if (!arrival.services.demo) throw new NotFound();
    return selectDemoPeople(arrival.db);
  },
  view: (people) => ({
    title: t('Be somebody else'),
    audience: everybody(),
    body: html`${demoDoorView(people)}
      <section>
        <h2 id="seen-enough">${t('Seen enough?')}</h2>
        <p>
          ${t('This takes away the whole demo school, its database and its files. Your own school is not touched.')}
        </p>
        ${form({ action: '/demo/remove', button: t('Take the demo away'), danger: true })}
      </section>`,
  }),
});
