import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const timetable: HelpPage = {
  slug: 'timetable-and-year',
  title: () => t('The timetable, and from one year to the next'),
  about: () =>
    t('Lessons by the day from which they hold, your week on your phone, and what happens in summer.'),
  body: () => html`
    <p>
      ${t('A timetable holds from a day on. To change it in October, copy it from that day: what was true in September stays as it was. A school without a timetable needs none; registers and cover then go by morning and afternoon.')}
    </p>
    <h2>${t('Reading it from a list')}</h2>
    <p>
      ${t('A list has the columns Day, Week, Period, Class, Subject, Room, Teacher and Support, in any order and under the names that other systems give them. You see what it would change before anything is written, rows that are wrong are named with their number, and a whole list is taken back at one go.')}
    </p>
    <h2>${t('On your phone')}</h2>
    <p>
      ${t('Under Me, My calendar, make your secret address. It comes in two: one with sessions, meetings and everything else that is yours, and one with your lessons alone, so that you can have either.')}
    </p>
    <h2>${t('Copies of a timetable, and weeks A and B')}</h2>
    <p>
      ${t('Only weeks with school days count, so a half-term moves nothing. A copy begins in the week that the one before it would have had.')}
    </p>
    <h2>${t('From one school year to the next')}</h2>
    <p>
      ${t('Those who look after people find it under School. It suggests where each class goes from names and years, and asks about what it cannot tell. You see how many pupils move, who leaves and what is not clear; nothing changes until you press the button, and until the new year begins everything is taken back at one go.')}
    </p>
    <ul>
      <li>${t('Pupils keep their class until the last day, and are in the next from the first.')}</li>
      <li>${t('Teachers stay with their class. Change that under People.')}</li>
      <li>${t('Classes of one subject end, because most schools make them anew.')}</li>
      <li>${t('On the first day year groups move up by themselves.')}</li>
      <li>
        ${t('Programmes that should run again are ticked on a page of their own. Each becomes a draft of those who lead it, and they hear of it.')}
      </li>
      <li>
        ${t('Who comes or changes class after it was prepared, by an import or by hand, is named on the page and carried along when you press that.')}
      </li>
    </ul>
  `,
};
