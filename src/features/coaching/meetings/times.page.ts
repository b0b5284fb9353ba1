import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { partOf, stateOf, togetherHref, togetherTrail } from '../together.ts';
import { selectMeetings } from './meeting.queries.ts';
import { timesAudience } from './times-audience.ts';
import { timesView } from './times.view.ts';

/** All times of a pairing: to come, past, called off, and how much time that was. */
export const timesPage = page('/coaching/:coaching/times', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit);
    return { ...opened, meetings: await selectMeetings(visit.db, visit.who, opened.together.id) };
  },
  view({ together, meetings, may }, visit) {
    const goesOn = stateOf(together) === 'agreed' && may('write');
    return {
      title: t('Times together'),
      audience: timesAudience(),
      trail: togetherTrail(together, visit.who.personId),
      ...(goesOn && { action: { label: t('Book a time'), href: togetherHref(together, 'times/new') } }),
      body: timesView({
        together,
        meetings,
        goesOn,
        supports: partOf(together, visit.who.personId) !== 'learner',
        today: visit.today,
      }),
    };
  },
});
