import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const courses: HelpPage = {
  slug: 'courses',
  title: () => t('Courses'),
  about: () => t('For a class or for colleagues: parts, activities, and what came of them.'),
  body: () => html`
    <p>
      ${t('A module for colleagues and what a class learns by are the same thing here: parts, one after the other, with activities in them. An activity is a page to read, a file, a link, a film, a discussion or a survey. A page of the bank of resources can be shown as it stands there.')}
    </p>
    <h2>${t('Begin one')}</h2>
    <p>
      ${t('Say whom it is for: a class you teach, all staff who wish, or colleagues whom you name. Who is in a class follows the class, day by day. You alone see the course until you open it. One that was not opened can be made a template, so that all courses of a subject look alike.')}
    </p>
    <h2>${t('What somebody did')}</h2>
    <p>
      ${t('Each learner says of an activity whether it is done, whether they tried it, and in a few words what came of it. They see it, and those who lead the course; nobody else, and nobody who judges. There is no percentage: having been there is no learning yet.')}
    </p>
    <h2>${t('Surveys')}</h2>
    <p>
      ${t('Whoever leads the course reads the answers from five on, without names, and can save them as a sheet.')}
    </p>
    <h2>${t('From another system, and to one')}</h2>
    <p>
      ${t('Under Courses you bring in a Common Cartridge (.imscc), a backup of a Moodle course (.mbz) or a zip of files. It becomes a course that you alone see. A page says what was left and why; names, marks and what people wrote are never read, and questions are kept for later. From a course of yours you save a Common Cartridge, or plain pages for a place without a connection.')}
    </p>
    <h2>${t('Another year')}</h2>
    <p>
      ${t('“Use it again” makes a new course with the same parts and activities, their days moved with the first day. What people did and said stays in the old one, which can be closed and still be read.')}
    </p>
    <h2>${t('Groups, days and a word at the head')}</h2>
    <p>
      ${t('Those who lead can put learners into groups, by hand or by lot, and say for which groups an activity is. A discussion can be kept within each group. Nobody sees what is for another group; the files of a course are open to all in it.')}
    </p>
    <p>
      ${t('What is due stands on Today, and over the list of courses how much the week asks in all. Whoever chooses a day sees what other courses ask of the same learners that week, without names.')}
    </p>
    <p>
      ${t('A word at the head says what matters these days and when those who lead can be asked. When anybody was here is not kept.')}
    </p>
    <h2>${t('Ready courses')}</h2>
    <p>
      ${t('Two courses about learning with Staffroom come with it, one for everyone on the staff and one for those who help colleagues. Look one over under “Begin a course”; begun, it is yours to change.')}
    </p>
  `,
};
