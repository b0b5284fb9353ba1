import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const coaching: HelpPage = {
  slug: 'mentoring-and-coaching',
  title: () => t('Mentoring and coaching'),
  about: () => t('Three kinds, finding somebody, a term together, and who sees what.'),
  body: () => html`
    ${definitionList([
      {
        term: t('Mentoring'),
        says: t(
          'Somebody experienced supports a colleague through a change: joining the school, a new role, a hard time.',
        ),
      },
      {
        term: t('Specialist coaching'),
        says: t(
          'Somebody who knows one aspect of practice well helps a colleague develop it, and passes no judgement.',
        ),
      },
      {
        term: t('Co-coaching'),
        says: t(
          'Two or three colleagues take turns as coach and learner, and bring something new into their lessons.',
        ),
      },
    ])}
    <p><a href="/coaching/kinds">${t('What each of them is, side by side')}</a></p>
    <h2>${t('A term together')}</h2>
    <ol>
      <li>
        ${t('Whoever will support finishes a short preparation first. It is about listening, describing before judging, and trust.')}
      </li>
      <li>
        ${t('You choose whom you ask. Staffroom suggests people with reasons: phase, subject, what they can help with. It never suggests a line manager. Either may say no, and nobody asks why.')}
      </li>
      <li>
        ${t('You write an agreement: what about, how often, what stays between you. All sign the same text.')}
      </li>
      <li>
        ${t('You set yourself one goal, narrow enough to see and wide enough to matter, and two small steps. Rehearse a step before class, try it, and look at it again two weeks later.')}
      </li>
      <li>
        ${t('Book the times of a term at once. Say afterwards that they took place: it takes a moment.')}
      </li>
      <li>
        ${t('When a goal has come as far as it will, say what came of it. The next one begins from that.')}
      </li>
    </ol>
    <h2>${t('Who sees what')}</h2>
    ${definitionList([
      {
        term: t('You who work together'),
        says: t(
          'The agreement, conversations, notes and times. A goal and its steps are the learner’s own: they say who reads them.',
        ),
      },
      {
        term: t('The mentor co-ordinator'),
        says: t(
          'Who works with whom, since when, when you met and for how long. Nothing that is said or written.',
        ),
      },
      {
        term: t('The head and other leaders'),
        says: t('Numbers for five or more people, and no names.'),
      },
      {
        term: t('Your line manager'),
        says: t('Nothing. Somebody who becomes your line manager no longer reads it from that day on.'),
      },
      {
        term: t('Appraisal'),
        says: t(
          'Nothing. You may copy the words of a goal into your appraisal targets; what stands behind the goal stays here.',
        ),
      },
    ])}
    <h2>${t('When it is not going well')}</h2>
    <p>
      ${t('Now and then you are asked three questions about the relationship. Only you read your answers; the co-ordinator sees how many answered what, and only when more than five did. You can say a quiet word to the co-ordinator, ask for somebody else, or end it. The other person is told that it ended, and not why.')}
    </p>
    <h2>${t('Induction is more')}</h2>
    <p>
      ${t('Induction is everything a school does for somebody new: time, leaders, colleagues to watch, a place to belong. Mentoring is one part of it. The induction plan is a page of its own, and nothing said in mentoring stands in it.')}
    </p>
  `,
};
