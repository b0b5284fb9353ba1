import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const whatItIs: HelpPage = {
  slug: 'what-staffroom-is',
  title: () => t('What Staffroom is'),
  about: () => t('What it is for, and what it will not do.'),
  body: () => html`
    <p>
      ${t('Staffroom is where a school runs its teachers’ professional learning: from what they need, through a programme that lasts, to an honest look at what changed for pupils.')}
    </p>
    <h2>${t('How a year with it goes')}</h2>
    <ol>
      <li>${t('The CPD leader asks the staff what they need most and least.')}</li>
      <li>
        ${t('Each teacher keeps where they start from: their pupils, what they believe, what they can do. It is theirs; they share it if they like.')}
      </li>
      <li>
        ${t('Somebody lays out a programme. The page “Design check” sets the plan beside the published evidence, for and against.')}
      </li>
      <li>${t('Two or three teachers agree what they will work on, and for which pupils, and sign it.')}</li>
      <li>
        ${t('They learn with a specialist and with one another, try things in class, watch each other, and meet.')}
      </li>
      <li>
        ${t('At the end, and again later, everybody looks at what changed for pupils, how sure one can be, and what else may explain it.')}
      </li>
    </ol>
    <h2>${t('What it will not do')}</h2>
    <ul>
      <li>${t('Score or rank teachers, or grade lessons. No page does, and no button will.')}</li>
      <li>${t('Let what people write to learn be used for appraisal.')}</li>
      <li>${t('Call something “impact” because people liked it or came to it.')}</li>
    </ul>
    <p>
      ${t('It is open: anybody may read how it is made, run it and change it. Your school’s data lie on your school’s own machine.')}
    </p>
  `,
};
