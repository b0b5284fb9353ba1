import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const serverReach: HelpPage = {
  slug: 'what-the-server-can-reach',
  title: () => t('What whoever runs the computer could reach'),
  about: () => t('Where the promises of the pages end, said plainly.'),
  body: () => html`
    <p>
      ${t('Staffroom lets nobody see what is not theirs through its pages. But it is a program on a computer. Whoever has full control of that computer (on most of them the account called root, or administrator) stands behind the pages.')}
    </p>
    <h2>${t('They could')}</h2>
    <ul>
      <li>${t('read the database and the files, what people wrote in private too;')}</li>
      <li>${t('change what is written there, the list of who saw what too;')}</li>
      <li>${t('read the letters that lie in the mail folder, and back-ups that are not locked away;')}</li>
      <li>${t('put a changed program in the place of this one;')}</li>
      <li>
        ${t('open recordings, with the key that lies in a folder of its own.')}
        <a href="/help/recordings-and-privacy">${t('Recordings and privacy')}</a>
      </li>
    </ul>
    <h2>${t('They could not')}</h2>
    <ul>
      <li>${t('read passwords: only a fingerprint of each is kept, made to be slow to guess;')}</li>
      <li>
        ${t('use a link of an invitation or a session from the database: of these, too, only fingerprints are kept.')}
      </li>
    </ul>
    <h2>${t('What a school can do about it')}</h2>
    <ul>
      <li>
        ${t('Know by name who has that control. Let it be few, and not somebody’s line manager if you can help it.')}
      </li>
      <li>${t('Tell the staff who it is, on the day you begin.')}</li>
      <li>${t('Use a computer whose disk is encrypted, and keep back-ups encrypted too.')}</li>
      <li>${t('If another firm runs the computer, have in writing that it looks at nothing.')}</li>
    </ul>
  `,
};
