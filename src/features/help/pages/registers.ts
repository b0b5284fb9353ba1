import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const registers: HelpPage = {
  slug: 'registers',
  title: () => t('Registers'),
  about: () => t('How a class is taken, put right, and by whom; and what happens without a connection.'),
  body: () => html`
    <p>
      ${t('Under Teaching, Registers stand the registers of today that are yours. What is now comes first. Everybody begins as here: mark those who are not, and save.')}
    </p>
    <h2>${t('Which registers there are')}</h2>
    <p>
      ${t('With a timetable: your lessons in the periods that take a register, and registration of your form. Without one: morning and afternoon of your class. Each day the law counts one register before midday and one after: registration, or where there is none, the first period that takes a register.')}
    </p>
    <h2>${t('By keyboard')}</h2>
    ${definitionList([
      { term: t('Arrow up, arrow down'), says: t('To the pupil above or below.') },
      {
        term: t('A letter'),
        says: t('Marks with that code. A code of two signs is typed one after the other.'),
      },
      { term: t('Arrow left, arrow right'), says: t('Chooses among the usual codes.') },
      { term: t('Enter'), says: t('To the next pupil; after the last, to the button.') },
      { term: t('Ctrl and Enter'), says: t('Saves the register.') },
    ])}
    <h2>${t('Without a connection')}</h2>
    <p>
      ${t('What you marked is kept on this device, encrypted, and saved once the line is back, from whatever page you are on then. The page says whether it has been saved. On a device that you have said is shared nothing is kept: leave the page open until it is saved. Without JavaScript a register is saved when the button is pressed, and needs a connection.')}
    </p>
    <h2>${t('Putting it right')}</h2>
    <p>
      ${t('Whoever takes a class can change its register on that day, and with a reason on the next school day. After that the attendance officer, the administrator, the data manager and the head can. What a mark was before stays in the history of the register. Where two save at once, the second sees both before anything is changed.')}
    </p>
    <h2>${t('Somebody else’s class')}</h2>
    <p>
      ${t('For a supply teacher or a colleague, open the register and choose “Who stands in”. Whoever is named there takes the registers of that class on that day, and no other.')}
    </p>
    <h2>${t('Registers not taken')}</h2>
    <p>
      ${t('A quarter of an hour after a register began, whoever takes it finds it among what waits for them. Those who keep registers and senior leaders see them together, with whom to ask. A school that has taken no register for two weeks is not reminded of any.')}
    </p>
    <h2>${t('Codes')}</h2>
    <p>
      ${t('A school begins with the codes of its country: in England those of August 2024, elsewhere a few plain ones. Under Attendance codes those who keep registers can rename a code, add one that stands for one of the list, or put one away. What was marked keeps the meaning it had.')}
    </p>
  `,
};
