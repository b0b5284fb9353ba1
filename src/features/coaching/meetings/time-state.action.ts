import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticked, wholeNumber } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { meetingHref, type MeetingState } from './meeting.ts';
import { setMeeting } from './meeting.queries.ts';
import { openMeetingIn, type OpenedMeeting } from './open-meeting.ts';
import { timePage } from './time.page.ts';

const common = {
  purpose: 'learning',
  access: coachingPolicy,
  page: timePage,
  input: z.object({}),
} as const;

interface Step {
  kind: string;
  from: MeetingState;
  set: Parameters<typeof setMeeting>[2];
  said: string;
  /** What takes it back, below the meeting's address. */
  undo?: string;
}

/** One step from one state to another, by anybody of the pairing. */
async function take(change: Change, step: Step, opened?: OpenedMeeting): Promise<See> {
  const { together, meeting } = opened ?? (await openMeetingIn(change, [step.from]));
  await setMeeting(change.tx, meeting, step.set, change.now);
  await change.record({
    kind: step.kind,
    itemId: together.id,
    body: { meetingIds: [meeting.id], pairingId: meeting.pairingId },
    tell: true,
  });
  return see(
    meetingHref(together, meeting),
    step.said,
    step.undo && meetingHref(together, meeting, step.undo),
  );
}

export const callOffTime = action('/coaching/:coaching/times/:meeting/call-off', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'coaching-meeting.called-off',
      from: 'booked',
      set: { called_off_at: change.now },
      said: t('Called off. It is out of everybody’s calendar.'),
      undo: 'put-back',
    }),
});

export const putBackTime = action('/coaching/:coaching/times/:meeting/put-back', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'coaching-meeting.put-back',
      from: 'called-off',
      set: { called_off_at: null },
      said: t('It is on again, and back in everybody’s calendar.'),
      undo: 'call-off',
    }),
});

/** It took place: how long, and two facts about it. */
export const timeHeld = action('/coaching/:coaching/times/:meeting/held', {
  ...common,
  input: z.object({
    held_minutes: wholeNumber(1, 600, 'Say how long it was, in minutes.'),
    own_lesson: ticked(),
    practised: ticked(),
  }),
  async run(change, sent) {
    const opened = await openMeetingIn(change, ['booked']);
    if (opened.meeting.on > change.today)
      throw new Refused(t('Its day is still to come. Change the day if it was earlier.'));
    return take(
      change,
      {
        kind: 'coaching-meeting.held',
        from: 'booked',
        set: {
          held_at: change.now,
          held_by: change.who.personId,
          held_minutes: sent.held_minutes,
          own_lesson: sent.own_lesson,
          practised: sent.practised,
        },
        said: t('Noted.'),
        undo: 'not-held',
      },
      opened,
    );
  },
});

export const timeNotHeld = action('/coaching/:coaching/times/:meeting/not-held', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'coaching-meeting.not-held',
      from: 'held',
      set: { held_at: null, held_by: null, held_minutes: null, own_lesson: null, practised: null },
      said: t('It counts as booked again.'),
    }),
});
