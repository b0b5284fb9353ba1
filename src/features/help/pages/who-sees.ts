import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import type { HelpPage } from '../help-page.ts';

export const whoSees: HelpPage = {
  slug: 'who-can-see-what',
  title: () => t('Who can see what'),
  about: () => t('The rules in plain words. They hold for everybody, the head included.'),
  body: () => html`
    <p>
      ${t('Under the title of every page stands who can see it. Tap it to read why, and to change it where you may. Nobody has a master key: being head, or administrator, opens nothing that somebody wrote for themselves.')}
    </p>
    ${table({
      caption: t('What is written, and who reads it'),
      columns: [{ label: t('What') }, { label: t('Who reads it'), wide: true }],
      empty: '',
      rows: [
        [
          t('Starting points, try-outs, thoughts on a session'),
          t('You, and whoever you share them with. You can take them back at any time.'),
        ],
        [
          t('An observation of your lesson'),
          t('You and the observer. You alone decide who else. Line managers are kept out.'),
        ],
        [
          t('A recording of your lesson'),
          t(
            'You, and whoever you show it to once you have watched it. No role opens it. Line managers are kept out.',
          ),
        ],
        [t('A learning agreement'), t('The partners who sign it.')],
        [
          t('What is said and written in mentoring and coaching'),
          t('Those who work together. The co-ordinator sees that they meet, and nothing of what is said.'),
        ],
        [
          t('Goals, steps, practice, answers about the relationship'),
          t('You, and whoever you share a goal or a practice with. The answers: nobody else.'),
        ],
        [t('Appraisal targets'), t('You and your line manager.')],
        [t('Notes of a talk with a specialist'), t('The two who talked.')],
        [
          t('What you answered about needs'),
          t(
            'You and the CPD leader, with your name; each day on which they read it is noted for you. Others see counts, in groups of five or more.',
          ),
        ],
        [
          t('Questions to the specialist'),
          t('Whom you chose when you asked: the group, or the specialist alone.'),
        ],
        [
          t('Enrolment, attendance, hours, required tasks'),
          t('Those who run the programme, the CPD leader, the head and senior leaders, by name.'),
        ],
        [
          t('Figures about pupils'),
          t(
            'The teacher who keeps them, and colleagues of the programme with whom they share them. Reports show groups of five or more.',
          ),
        ],
        [
          t('Notices and the bulletin'),
          t('Those they were put up for, as each says; its author, and the head. Who opens one is not kept.'),
        ],
        [t('Plans of published programmes, priorities, dates'), t('All staff.')],
      ],
    })}
    <h2>${t('Rules behind it')}</h2>
    <ul>
      <li>
        ${t('What was made for learning cannot reach appraisal.')}
        <a href="/help/purposes">${t('The purposes')}</a>
      </li>
      <li>
        ${t('When somebody opens something that is yours, you can see who, what and when: under Me, Who saw what.')}
        ${t('Coming back to the same page within half an hour is not written a second time; each copy that is taken is.')}
      </li>
      <li>
        ${t('Small numbers are hidden: no count below five is shown to people outside the group, and a second one is hidden where the first could be worked out.')}
      </li>
      <li>
        ${t('Your line manager is kept out of your observations, your try-outs and your partnerships, even where these are shared with a group that they are in.')}
      </li>
      <li>
        ${t('When you leave, what you wrote about your own learning stays yours. Add a personal address under Me so that you can still reach it, and take it with you.')}
      </li>
    </ul>
    <h2>${t('The one exception')}</h2>
    <p>
      ${t('The law can ask that something be opened to protect a child or an adult. Then two people in different roles (the safeguarding lead, the head, or an officer of the trust) must both agree, with a written reason. They can read that one thing for 72 hours and cannot change it. Each opening is written down, and you are told: at once, or, where telling you would endanger someone, on a day they must name beforehand.')}
    </p>
    <p>
      <a href="/help/recordings-and-privacy">${t('Recordings and privacy')}</a>
    </p>
    <p>
      <a href="/help/what-the-server-can-reach">${t('What whoever runs the computer could reach')}</a>
    </p>
  `,
};
