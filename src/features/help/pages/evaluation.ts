import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const evaluation: HelpPage = {
  slug: 'what-came-of-it',
  title: () => t('Seeing what came of a programme'),
  about: () => t('How to read its page, its plots and its labels, and how figures get there.'),
  body: () => html`
    <p>
      ${t('At the top stand four answers: what happened, what changed for teachers, what changed for pupils, how sure. Each leads to what it rests on. Print it from the foot of the page; it fits two sheets.')}
    </p>
    <h2>${t('What the labels say')}</h2>
    ${definitionList([
      { term: t('Usage'), says: t('What was done: who came, how many hours. It is never called impact.') },
      { term: t('Self-report'), says: t('What people say. Liking something is not what came of it.') },
      { term: t('Practice evidence'), says: t('What was seen in lessons.') },
      {
        term: t('Pupil outcome'),
        says: t('What was measured of pupils, by the measures the teachers chose.'),
      },
    ])}
    <h2>${t('Reading a plot')}</h2>
    <ul>
      <li>
        ${t('The line is the mean of the pupils who were measured both at the start and at the end. The band and the upright strokes are the 95% interval: how far the mean may be off with so few pupils.')}
      </li>
      <li>
        ${t('Where the figures fill little of what is possible, the axis is cut to them. It is drawn broken where it is cut, and the sentence under the plot says what it shows and what is possible. Levels of a rubric are always shown whole.')}
      </li>
      <li>${t('The same figures stand in a table beside each plot.')}</li>
      <li>
        ${t('A change from start to end is not what the programme did: pupils learn in that time in any case. Only a comparison can say more, and other explanations stand beside it.')}
      </li>
      <li>
        ${t('Nothing is shown of fewer than five pupils or people, nor where it could be worked out from what you see already.')}
      </li>
    </ul>
    <h2>${t('Saying it in words')}</h2>
    <p>
      ${t('A sentence such as “talk in pairs led to better reading” says what made it happen. Without a comparison a note beside the sentence says so, to you and to whoever reads it. “After” and “went with” say what was seen. Nothing is refused.')}
    </p>
    <h2>${t('How figures get there')}</h2>
    <ol>
      <li>
        ${t('The team writes the plan, beginning with the pupils, and chooses measures and four days.')}
      </li>
      <li>
        ${t('Each teacher names a few pupils by code names under Pupils and figures. Who is who stays in that teacher’s own list.')}
      </li>
      <li>
        ${t('A week before each of the four days it waits on the first page of those who measure, and on the day they get a letter, unless they switched letters off. It goes when they hand their figures in.')}
      </li>
      <li>
        ${t('Figures appear in the report once every group that takes a measure has handed in its start and its end.')}
      </li>
    </ol>
  `,
};
