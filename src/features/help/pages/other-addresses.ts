import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';
import { howToSet } from '../how-to-set.ts';

export const otherAddresses: HelpPage = {
  slug: 'other-addresses',
  title: () => t('Reaching it from other computers'),
  about: () => t('A certificate or a proxy, and why it refuses to start without.'),
  body: () => html`
    <p>
      ${t('At first Staffroom answers on the computer it runs on, and on no other. That is enough to look at it and to set up a school. For the staff to reach it, it needs an address of its own, and what passes between must be locked. Without that, everybody on the same network could read passwords, so it refuses to start and says what is missing.')}
    </p>
    <h2>${t('With a certificate')}</h2>
    ${definitionList([
      { term: 'HOST', says: html`<code>0.0.0.0</code>, ${t('so that other computers reach it')}` },
      { term: 'TLS_CERT, TLS_KEY', says: t('The files of the certificate and of its key, in PEM form.') },
      {
        term: 'PUBLIC_URL',
        says: html`${t('What people type:')} <code>https://staffroom.school.example</code>`,
      },
    ])}
    <h2>${t('Behind a proxy')}</h2>
    <p>${t('Many schools have a server already that has a certificate and passes visitors on.')}</p>
    ${definitionList([
      {
        term: 'TRUSTED_PROXY',
        says: html`${t('The address that server calls from, such as')} <code>10.0.0.2</code>`,
      },
      {
        term: 'PUBLIC_URL',
        says: html`${t('What people type:')} <code>https://staffroom.school.example</code>`,
      },
    ])}
    ${howToSet('PUBLIC_URL', 'https://staffroom.school.example')}
    <p>
      ${t('Where others can reach it before a school is set up, a code is printed in the window where it was started, and asked for at the first step.')}
    </p>
    <p>
      ${t('If this is not your daily work, ask whoever looks after the school’s network. It takes them about an hour.')}
    </p>
  `,
};
