import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const planning: HelpPage = {
  slug: 'planning',
  title: () => t('Planning what is taught'),
  about: () =>
    t('A curriculum, schemes of work, lessons, the map of a year, and a suggestion that leads to help.'),
  body: () => html`
    <h2>${t('The curriculum')}</h2>
    <p>
      ${t('Whoever leads learning brings it in, under Teaching, Curriculum: linked data (.ttl), CASE (.json) or a table (CSV); one comes with Staffroom. It is looked over first and used afterwards. A newer version stands beside the older one and writes over nothing: each plan says where the newer words differ, and takes them over by one press.')}
    </p>
    <h2>${t('A scheme of work')}</h2>
    <p>
      ${t('It says what is taught, to which year, from when until when, under headings that your school chooses. All staff read it; those who teach by it write it, each under another heading if they like. Lessons stand in it in order, with their points of the curriculum and the pages of the bank that they are taught with. A file made elsewhere can be added instead.')}
    </p>
    <p>
      ${t('Next year one uses it again: texts, lessons, points and resources go along, days move, and both plans say so.')}
    </p>
    <h2>${t('What is taught when')}</h2>
    <p>
      ${t('The map shows a school year on one picture: a row a year group, a bar a scheme of work. A broken line is time in term with nothing planned, and leads to a new plan. Beside it stand the points of the curriculum with the plans that take each up, and pairs of plans of different subjects that use the same rare words: whether these belong together, those who teach them know.')}
    </p>
    <h2>${t('A suggestion beside a plan')}</h2>
    <p>
      ${t('Ask a colleague, a co-ordinator or a specialist to look at a plan, or let them come by themselves. What they suggest is read by them and those who teach by the plan, and by nobody else: it is made for learning. You take it up, say not now, or say that you would like help with it. Then it can become a need: the CPD leader reads it, joins it to a priority of the school or a programme, and what comes of it stands beside the plan.')}
    </p>
    <h2>${t('Who waits for what')}</h2>
    <p>
      ${t('One list, both ways: who waits for you, and whom you wait for. Nobody is counted or coloured.')}
    </p>
  `,
};
