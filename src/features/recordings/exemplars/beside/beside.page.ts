import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordingTrail } from '../../recording-trail.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { recordingHref } from '../../recording.ts';
import { apartOf, besideView } from './beside.view.ts';
import { openBeside } from './beside.queries.ts';

/** Two recordings side by side, played and moved together. `?apart=` is how they were lined up. One statement. */
export const besidePage = page('/recordings/:recording/beside/:other', {
  purpose: 'learning',
  access: recordingPolicy,
  load: openBeside,
  view: (beside, visit) => ({
    title: t('Side by side'),
    audience: onlyYou(
      t(
        'You see this page because you may open both recordings. Nobody sees what you lay beside what; whose recording you watch sees that you watched it.',
      ),
    ),
    trail: [
      ...recordingTrail(beside.one),
      { label: t('Side by side with which?'), href: recordingHref(beside.one, 'beside') },
    ],
    wide: true,
    body: besideView(beside, visit.who.personId, apartOf(visit.query)),
  }),
});
