import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const notices: HelpPage = {
  slug: 'notices',
  title: () => t('Notices and the bulletin'),
  about: () => t('What is said at the school, who may say it to whom, and who sees what you have read.'),
  body: () => html`
    <p>
      ${t('A notice is put up once, for those it is for, until a day. It stands on the board and, five at a time, on Today. After its last day it stays among the earlier ones, where everybody it was for finds it again.')}
    </p>
    <h2>${t('Who may put up what')}</h2>
    <ul>
      <li>
        ${t('Everybody who works at the school: to all staff, to departments and teams, to those with a role, to the staff of a class.')}
      </li>
      <li>${t('Those who teach a class: to its pupils and their families.')}</li>
      <li>
        ${t('The head, senior leaders and the office: to all pupils, all families, whole years and any class.')}
      </li>
    </ul>
    <p>
      ${t('Before you put it up you can see who will see it, by number and by name. Its author and the head can change it or take it down; what it said before stays readable for those it is for.')}
    </p>
    <h2>${t('What must be read')}</h2>
    <p>
      ${t('A notice can ask everybody to say that they have read it. It then waits for staff on Today until they do, or until it is over. Its author and the head see which of the staff have said so; of pupils and families only how many, and not while so few have that one could tell who. Nobody sees what you open: only what you say yourself is kept.')}
    </p>
    <h2>${t('What I missed')}</h2>
    <p>
      ${t('When you last looked is known to you alone. From there, or from any day you choose, you see what came up while you were away: what still stands in full, what is over in a line.')}
    </p>
    <h2>${t('The bulletin')}</h2>
    <p>
      ${t('What tutors read out to their pupils, on one sheet to print, for everybody or for one class or form. Pupils see on Today what of it is for them.')}
    </p>
    <h2>${t('Mail')}</h2>
    <p>
      ${t('Nobody gets mail for a notice. What must be read is named, without its words, in the letters about what waits, for those who wish to have them.')}
      <a href="/help/mail">${t('Sending letters')}</a>
    </p>
  `,
};
