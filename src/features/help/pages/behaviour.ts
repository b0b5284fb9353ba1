import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const behaviour: HelpPage = {
  slug: 'behaviour',
  title: () => t('What went well, what went wrong'),
  about: () => t('Noting it in seconds, who reads it, rewards, what follows, and what nobody is shown.'),
  body: () => html`
    <p>
      ${t('Everybody who works at the school can note something about any pupil: tick who, tap what, a few words. What went well stands first everywhere. What is noted is in the school’s own categories; a school begins with a set of Staffroom’s own and changes it.')}
    </p>
    <h2>${t('Who reads it')}</h2>
    <ul>
      <li>
        ${t('Those who teach or assist in a class of the pupil, the head, senior leaders and the safeguarding lead; and whoever wrote it.')}
      </li>
      <li>
        ${t('The pupil, and the grown-ups at home whom the school tells of behaviour, once it is shown to them. Something that went wrong waits, unless its writer says otherwise, until somebody who looks after the pupil has looked.')}
      </li>
      <li>
        ${t('No other family. Before words are saved that a family would read, names of other pupils are looked for in them. Nicknames and names with a slip are not found: write “another pupil”.')}
      </li>
    </ul>
    <p>
      ${t('Pupil and family can say their side of something. Staff who read about it read that too; nobody else at home does.')}
    </p>
    <h2>${t('Put right, taken back')}</h2>
    <p>
      ${t('Whoever noted something can change it or take it back, and so can those who read of every pupil. How it was before stays readable on its page. What is taken back counts for nothing and is shown to nobody at home.')}
    </p>
    <h2>${t('Rewards')}</h2>
    <p>
      ${t('A school may give something for so many things that went well, or points, in a term or a year, or nothing at all. Who has reached it waits for the teachers of their form, or of their class, to give it, with a certificate to print. What went wrong takes nothing away. Nobody is set beside anybody.')}
    </p>
    <h2>${t('What follows')}</h2>
    <p>
      ${t('Putting it right together, a talk or a detention has a day, a time, a place and somebody who is with the pupil. It stands on the page of pupil and family as soon as it is planned. Outside school hours the school’s own promise about notice is kept, or it is said that the family agreed. Suspensions and exclusions are not kept in Staffroom: they need the forms the law asks for.')}
    </p>
    <h2>${t('Patterns')}</h2>
    <p>
      ${t('Sums by place, weekday, time of day, what it was and year group, to change a place or a time. Counts below five are hidden. There are no sums by pupil, by class, or by who noted it, and nothing of it reaches anybody’s appraisal.')}
    </p>
  `,
};
