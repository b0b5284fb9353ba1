import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { bookingInput, bookingOf } from './booking-form.ts';
import { diaryAround, wrongWith } from './check-booking.ts';
import { meetingHref, whenInWords } from './meeting.ts';
import { moveMeeting } from './meeting.queries.ts';
import { moveTimePage } from './move-time.page.ts';
import { openMeetingIn } from './open-meeting.ts';
import { movedKind, staleMeeting } from './stale-meeting.ts';

/** Moves a booked time. Throws `Stale` when another of them changed it meanwhile. */
export const moveTime = action('/coaching/:coaching/times/:meeting/move', {
  purpose: 'learning',
  access: coachingPolicy,
  page: moveTimePage,
  input: z.object({ ...bookingInput, version: version() }),
  async run(change, { version: shown, anyway, ...sent }) {
    const { together, meeting } = await openMeetingIn(change, ['booked']);
    if (shown !== meeting.version) throw await staleMeeting(change, together, meeting);
    const booking = bookingOf({ ...sent, anyway });
    const days = { today: change.today, earliest: together.startsOn ?? change.today };
    const diary = await diaryAround(change, together.id, booking.on);
    const wrong = wrongWith({ ...booking, anyway }, diary, days, meeting.id);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    if (!(await moveMeeting(change.tx, meeting, shown, booking, change.now)))
      throw await staleMeeting(change, together, meeting);
    await keepText(change.tx, meeting, shown + 1, { ...booking }, change.who.personId, change.now);
    await change.record({
      kind: movedKind,
      itemId: together.id,
      body: { meetingIds: [meeting.id], pairingId: meeting.pairingId },
      tell: true,
    });
    return see(
      meetingHref(together, meeting),
      t('It is now {when}. Everybody’s calendar follows.', { when: whenInWords(booking) }),
    );
  },
});
