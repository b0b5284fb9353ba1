import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

/** The first page of a new installation: look round, or begin. */
export const welcomeView = (): Html =>
  html` <p>
      ${t('Staffroom is where a school runs its teachers’ professional learning, from starting points to what changed for pupils.')}
    </p>
    <section>
      <h2>${t('Look round first')}</h2>
      <p>
        ${t('A made-up school with two years behind it. It is kept apart from yours and goes away in one click. Getting it ready takes about twenty seconds.')}
      </p>
      ${form({ action: '/demo/open', button: t('Look round the demo') })}
    </section>
    <section>
      <h2>${t('Begin')}</h2>
      <p>
        ${t('Your school’s name, your own account, the term dates. Ten minutes; staff and pupils can be imported afterwards.')}
      </p>
      <p><a class="button" href="/setup">${t('Set up my school')}</a></p>
    </section>`;
