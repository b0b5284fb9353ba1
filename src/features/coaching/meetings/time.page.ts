import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { stateOf as stateOfPairing, togetherHref, togetherTrail } from '../together.ts';
import { kindInWords, meetingHref, stateOf, whenInWords } from './meeting.ts';
import { openMeeting } from './open-meeting.ts';
import { timeView } from './time.view.ts';
import { timesAudience } from './times-audience.ts';

/** One time together: when, how its time is made, whether it took place. */
export const timePage = page('/coaching/:coaching/times/:meeting', {
  purpose: 'learning',
  access: coachingPolicy,
  load: openMeeting,
  view({ together, meeting, may }, visit) {
    const goesOn = stateOfPairing(together) === 'agreed' && may('write');
    const action = meetingHref(together, meeting, 'held');
    const where = {
      booked:
        meeting.on < visit.today
          ? t('It was to be {when}.', { when: whenInWords(meeting) })
          : t('Booked for {when}.', { when: whenInWords(meeting) }),
      held: t('It took place on {when}.', { when: whenInWords(meeting) }),
      'called-off': t('Called off. It was to be {when}.', { when: whenInWords(meeting) }),
    }[stateOf(meeting)];
    return {
      title: kindInWords(meeting.kind),
      audience: timesAudience(),
      status: { where },
      trail: [
        ...togetherTrail(together, visit.who.personId),
        { label: t('Times together'), href: togetherHref(together, 'times') },
      ],
      body: timeView({ together, meeting, goesOn, today: visit.today, held: visit.formAt(action) }),
    };
  },
});
