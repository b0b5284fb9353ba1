import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { togetherHref } from '../together.ts';
import { bookingFields, valuesOf } from './booking-form.ts';
import { kindInWords, meetingHref } from './meeting.ts';
import { openMeeting } from './open-meeting.ts';
import { timesAudience } from './times-audience.ts';

/** Where a booked time gets another day, another length, another place. */
export const moveTimePage = page('/coaching/:coaching/times/:meeting/move', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openMeeting(visit);
    visit.who.must('write', coachingPolicy, opened.item);
    return opened;
  },
  view({ together, meeting }, visit) {
    const action = meetingHref(together, meeting, 'move');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change day, time or what for'),
      audience: timesAudience(),
      trail: [
        { label: t('Times together'), href: togetherHref(together, 'times') },
        { label: kindInWords(meeting.kind), href: meetingHref(together, meeting) },
      ],
      body: form(
        {
          action,
          button: t('Save'),
          values: { ...valuesOf(meeting), ...values },
          errors,
          hidden: { version: meeting.version },
          cancel: meetingHref(together, meeting),
        },
        bookingFields,
      ),
    };
  },
});
