import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const withoutJavaScript: HelpPage = {
  slug: 'without-javascript',
  title: () => t('Without JavaScript, and on a slow line'),
  about: () => t('What is different when a browser runs no scripts.'),
  body: () => html`
    <p>
      ${t('Every page comes whole from the server. Everything can be read, filled in and sent in a browser that runs no scripts. This is what such a browser does not do, and what to do instead:')}
    </p>
    <ul>
      <li>
        ${t('Saving while you type: press “Keep as draft” below the form. What you wrote is there when you come back.')}
      </li>
      <li>
        ${t('Keeping words on the device while there is no connection: copy them before you leave the page.')}
      </li>
      <li>
        ${t('Recording a visit or a research lesson without a connection: each entry goes when you press its button. Paper is the next best.')}
      </li>
      <li>
        ${t('Pasting a picture into a page, recording a sound, buttons for headings and lists: add pictures and sounds under “Pictures, sounds and files” of the page, and type the marks that its help names.')}
      </li>
      <li>${t('Copying a link with one button: select it and copy it.')}</li>
      <li>
        ${t('Playing the clips of a reel one after another: follow the link of each clip. Captions and the transcript need no script.')}
      </li>
      <li>${t('Printing with a button: use the browser’s own menu.')}</li>
      <li>${t('Fetching the next page before you press: it comes a moment later.')}</li>
    </ul>
    <p>
      ${t('Pages are small. On a slow line the words come first; nothing is waited for from any other site.')}
    </p>
  `,
};
