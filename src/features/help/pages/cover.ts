import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const cover: HelpPage = {
  slug: 'cover',
  title: () => t('Away, and cover'),
  about: () => t('How to say that you cannot be in, who learns why, and how classes are shared out fairly.'),
  body: () => html`
    <p>
      ${t('Under Today, Cover, choose “I cannot be in”. Today or the next day is one press; other days, a part of a day and what is planned are written below it. Those who keep cover are told at once. On the next page you can leave work for each class, now or later.')}
    </p>
    <h2>${t('Who sees what')}</h2>
    <ul>
      <li>${t('All staff see that somebody is away and who takes which class.')}</li>
      <li>
        ${t('Why is read by the person, the cover manager, the administrator, the data manager and the head. Nothing about anybody’s health needs to be written.')}
      </li>
      <li>
        ${t('A training or a trip can be shown to colleagues: its person ticks that. An illness is never shown.')}
      </li>
      <li>${t('Pupils, families and guests see none of it.')}</li>
    </ul>
    <h2>${t('What is suggested, and why')}</h2>
    <p>
      ${t('For each class that is open the page suggests one colleague and says what speaks for them. Everybody else stands under “Choose by hand”, with the reason why they are not suggested.')}
    </p>
    ${definitionList([
      {
        term: t('Never suggested'),
        says: t(
          'Whoever has a lesson, is away, covers another class, does not work then, or has something in the diary: meetings of programmes, mentoring and coaching are kept. What it is stays unsaid.',
        ),
      },
      {
        term: t('Kept free'),
        says: t(
          'Times of each week for planning, of an early-career teacher or for leading, which those who keep cover write down for a person. Everybody sees their own.',
        ),
      },
      {
        term: t('In turn'),
        says: t(
          'Whoever is there for cover first; then teachers, who covered least this term for the hours they work; of those alike who knows the class, teaches the subject, and has the lighter day. Assistants only in classes they know.',
        ),
      },
    ])}
    <h2>${t('All at once')}</h2>
    <p>
      ${t('The suggestions of a day can be looked at together, unticked, and taken in one go. Nobody is suggested for two classes at the same time. When two people arrange cover at once, the second is told what the first did, and nothing is written over. Everything can be undone.')}
    </p>
    <h2>${t('Asked to take a class')}</h2>
    <p>
      ${t('It waits on Today, stands in your week and in your calendar, and says what the class does. Say that you will be there, or that you cannot and why: then the class is open again. Whoever said yes and is not needed after all is told.')}
    </p>
    <h2>${t('Fairly')}</h2>
    <p>
      ${t('Everybody sees how many classes they took this term. Those who keep cover see everybody’s number, by name and in no other order.')}
    </p>
    <h2>${t('Without a timetable')}</h2>
    <p>
      ${t('A primary that has none covers a class in the morning and in the afternoon. Where a timetable says nothing of a class, it is covered in each stretch in which a register is taken.')}
    </p>
  `,
};
