import { t } from '#platform/i18n/i18n.ts';
import { catalogue } from '#features/evidence/index.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const purposes: HelpPage = {
  slug: 'purposes',
  title: () => t('What things are made for'),
  about: () => t('Each thing has one purpose and serves no other.'),
  body: () => html`
    <p>
      ${t('Everything in Staffroom has one purpose, and every page has one. A page that serves one purpose cannot open what was made for another, whoever asks. If you want to use something of yours for another purpose, you make a copy yourself; nobody can do it for you.')}
    </p>
    ${catalogue().purposes.map(
      ({ title, plain, whyThisLock, examples }) =>
        html`<section>
          <h2>${t(title)}</h2>
          <p>${t(plain)} ${t(whyThisLock)}</p>
          <p class="meta">
            ${t('For example: {examples}.', { examples: examples.map((each) => t(each)).join('; ') })}
          </p>
        </section> `,
    )}
  `,
};
