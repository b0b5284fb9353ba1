import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const demo: HelpPage = {
  slug: 'demo',
  title: () => t('The demo'),
  about: () => t('A made-up school to look round in, quite apart from yours.'),
  body: () => html`
    <p>
      ${t('The demo is a made-up school with two years of history. You can be any of its people with one click, and change whatever you like: nobody in it is real.')}
    </p>
    <ul>
      <li>${t('Every page of it says that it is the demo.')}</li>
      <li>
        ${t('It has its own database, its own files and its own sign-in. Nothing passes from it to your school, or the other way.')}
      </li>
      <li>
        ${t('It can be opened on the computer that runs Staffroom and from no other, unless whoever starts it sets DEMO_ANYWHERE=1.')}
      </li>
      <li>${t('It sends no letters to anybody: they are written into a folder.')}</li>
      <li>
        ${t('One click takes it away, with everything in it. You can have a fresh one afterwards, from here.')}
      </li>
    </ul>
    <p>
      ${t('Whoever sits at the computer that runs Staffroom opens it, and those who look after Staffroom at the school.')}
    </p>
    ${form({ action: '/demo/open', button: t('Open the demo'), quiet: true })}
    <p>${t('A real school never contains accounts of the demo.')}</p>
  `,
};
