import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const messages: HelpPage = {
  slug: 'messages',
  title: () => t('Messages'),
  about: () =>
    t('Who may write to whom, who watches where pupils write, quiet hours, and reporting a message.'),
  body: () => html`
    <p>
      ${t('A conversation is between people who have to do with each other at the school. Each says above it who reads it, before anything is written and ever after.')}
    </p>
    <h2>${t('Who may write to whom')}</h2>
    <ul>
      <li>
        ${t('Teachers and assistants write to the pupils they teach, and those to them. The head, senior leaders and the safeguarding lead can write to any pupil; every pupil can write to the safeguarding lead.')}
      </li>
      <li>
        ${t('Teachers write to the parents and carers of the pupils they teach, and those to them; so do the office, the attendance officer, the head and the safeguarding lead. Each carer has a conversation of their own, unless the school writes to several together and says so.')}
      </li>
      <li>${t('Staff write to staff: to one, to a department, to everybody with a role.')}</li>
      <li>
        ${t('Teachers open a space for a class, or for several. Pupils write to each other there and nowhere else.')}
      </li>
    </ul>
    <h2>${t('Who watches')}</h2>
    <p>
      ${t('Wherever pupils take part, named adults can read: the safeguarding lead, whomever the school names, and in a space whoever opened it and those they name. A pupil sees under “Who saw what” each time one of them opened a conversation with a teacher.')}
    </p>
    <p>
      ${t('The school can choose words that are looked for. A message with one of them waits until an adult has looked, or is shown and an adult is told, as the school wishes. Nothing happens to anybody because of a word.')}
    </p>
    <h2>${t('When it arrives')}</h2>
    <p>
      ${t('A message arrives after a minute. Until it has, you can change it or not send it, and nobody will have seen it. After that you can take it back: a mark stands in its place, and those who watch can still read it.')}
    </p>
    <p>
      ${t('What is written in quiet hours arrives when they end. Staff can tick that something cannot wait. Nobody is told whether you have read a message.')}
    </p>
    <h2>${t('Report a message')}</h2>
    <p>
      ${t('Every message of somebody else has a link to report it. Adults who watch look at it; the safeguarding lead does at once where you say that somebody is not safe. Whoever wrote it is not told who reported it, and cannot open the report. If nobody looks in time it goes to the safeguarding lead and then to the head. You see what came of it under “What you reported”.')}
    </p>
    <p>
      ${t('Letters say that a message waits, and never what it says.')}
      <a href="/help/mail">${t('Sending letters')}</a>
    </p>
  `,
};
