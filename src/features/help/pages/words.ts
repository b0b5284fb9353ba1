import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html } from '#ui/html.ts';
import type { HelpPage } from '../help-page.ts';

export const words: HelpPage = {
  slug: 'words',
  title: () => t('Words we use'),
  about: () => t('Programme, cycle, partnership and the others.'),
  body: () =>
    html`${definitionList([
      {
        term: t('Programme'),
        says: t('Professional learning on one matter over several terms, with the people in it.'),
      },
      {
        term: t('Cycle'),
        says: t(
          'One round of a programme: learning something, trying it, looking at pupils, talking it over. The second begins from what the first showed.',
        ),
      },
      {
        term: t('Step'),
        says: t('One thing in the plan of a programme, on a day: a seminar, a try-out, a meeting.'),
      },
      {
        term: t('Braid'),
        says: t(
          'The picture of a programme: four strands over time. Specialist input, peer support, practice in class, pupil evidence.',
        ),
      },
      {
        term: t('Specialist'),
        says: t(
          'Somebody who knows the matter well, often from outside. They see one programme and nothing else of the school.',
        ),
      },
      {
        term: t('Facilitator'),
        says: t('Somebody who keeps a programme going: time, cover, a fair hearing for everybody.'),
      },
      {
        term: t('Partnership'),
        says: t('Two or three teachers who work together. Nobody’s line manager is in it.'),
      },
      {
        term: t('Learning agreement'),
        says: t(
          'What partners want to work on, for which pupils, and how they will help each other. All of them sign it.',
        ),
      },
      {
        term: t('Starting points'),
        says: t('Where a teacher starts from, in their own words. Private until they share it.'),
      },
      { term: t('Try-out'), says: t('Something tried in class: what, why, and how pupils responded.') },
      {
        term: t('Observation'),
        says: t(
          'A visit to a lesson by a partner or a specialist. It belongs to the teacher who was observed.',
        ),
      },
      {
        term: t('Pairing'),
        says: t('Two or three people in mentoring, specialist coaching or co-coaching.'),
      },
      {
        term: t('Goal and steps'),
        says: t(
          'In coaching: one aspect of practice that the learner chose, and two small things to do for it.',
        ),
      },
      {
        term: t('Practice'),
        says: t('Something a teacher does again and again until it comes by itself.'),
      },
      {
        term: t('Peer assessment'),
        says: t('What partners tell each other about how far they have come, with reasons. No marks.'),
      },
      {
        term: t('Baseline'),
        says: t('What is measured before anything changes, so that one can tell afterwards whether it did.'),
      },
      {
        term: t('Delayed measurement'),
        says: t('The same measured again a term or more after the end, to see what lasted.'),
      },
      {
        term: t('Interval'),
        says: t('From where to where the true figure probably lies; wide when few were measured.'),
      },
      {
        term: t('Rival explanation'),
        says: t(
          'Anything else that may explain a change: pupils growing older, a new scheme, an easier test.',
        ),
      },
      {
        term: t('Circle'),
        says: t('A group whose people come and go: a programme’s people, a partnership.'),
      },
      { term: t('Purpose'), says: t('What something was made for. It can be used for nothing else.') },
    ])}`,
};
