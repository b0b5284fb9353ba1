import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openGoingOn } from '../open-together.ts';
import { bookingInput, bookingOf } from './booking-form.ts';
import { diaryAround, wrongWith } from './check-booking.ts';
import { meetingHref, whenInWords } from './meeting.ts';
import { insertMeetings } from './meeting.queries.ts';
import { newTimePage } from './new-time.page.ts';

/** Books one time. Anybody of the pairing may; a day that is over is for what was held and never booked. */
export const bookTime = action('/coaching/:coaching/times/new', {
  purpose: 'learning',
  access: coachingPolicy,
  page: newTimePage,
  input: z.object(bookingInput),
  async run(change, { anyway, ...sent }) {
    const { together } = await openGoingOn(change);
    const booking = bookingOf({ ...sent, anyway });
    const days = { today: change.today, earliest: together.startsOn ?? change.today };
    const diary = await diaryAround(change, together.id, booking.on);
    const wrong = wrongWith({ ...booking, anyway }, diary, days);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { ownerId, pairingId, id: coachingId } = together;
    const [id] = await insertMeetings(
      change.tx,
      ownerId,
      [{ ...booking, pairingId }],
      change.who.personId,
      change.now,
    );
    await change.record({
      kind: 'coaching-meeting.booked',
      itemId: coachingId,
      body: { meetingIds: [id], pairingId },
      tell: true,
    });
    return see(
      meetingHref(together, { id: id! }),
      booking.on < change.today
        ? t('Booked afterwards. Say now how it was.')
        : t('Booked for {when}. It is in everybody’s calendar.', { when: whenInWords(booking) }),
      meetingHref(together, { id: id! }, 'call-off'),
    );
  },
});
