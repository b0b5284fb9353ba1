import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';
import { howToSet } from '../how-to-set.ts';

export const mail: HelpPage = {
  slug: 'mail',
  title: () => t('Sending letters'),
  about: () => t('Where mail goes until you say how to send it, and how to say it.'),
  body: () => html`
    <p>
      ${t('Staffroom writes letters: invitations, links for a new password, reminders. Until it is told how to send them, each is put as a file into the folder “mail” inside the data folder. Any mail program opens these files, so you can begin without mail and hand links over yourself.')}
    </p>
    <h2>${t('To send them')}</h2>
    <p>
      ${t('Whoever looks after your school’s mail can tell you these two. Set them and start Staffroom again.')}
    </p>
    ${definitionList([
      {
        term: 'SMTP_URL',
        says: html`${t('How to reach your mail server:')}
          <code>smtp://name:password@mail.school.example:587</code>.
          ${t('Special signs in the password are written as %40 and the like.')}`,
      },
      {
        term: 'MAIL_FROM',
        says: html`${t('Whom letters come from:')} <code>Brook School &lt;staffroom@brook.example&gt;</code>`,
      },
    ])}
    ${howToSet('MAIL_FROM', 'staffroom@brook.example')}
    <p>
      ${t('A letter that the mail server does not take is tried again, and then kept in the folder “mail/unsent”.')}
    </p>
    <h2>${t('What letters hold')}</h2>
    <p>
      ${t('A letter says that something is there and where, never what somebody wrote. Nothing in it tells us whether it was opened. Everybody chooses under Me, Notices by mail, how often letters come, when not, or that none come.')}
    </p>
  `,
};
