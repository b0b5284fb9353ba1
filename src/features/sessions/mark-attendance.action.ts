import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { stepHref } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import { type Marks, markRoll, openRoll } from './mark-roll.ts';
import { type AttendanceState, attendanceStates, type OnRoll } from './roll.queries.ts';
import { registerPolicy } from './sessions.policy.ts';
import { stepPage } from './step.page.ts';
import { stateWords } from './words.ts';

/**
 * `state-<person>` is what was chosen, `was-<person>` what the form showed; '' is not marked. `others` is 'here'
 * when whoever has no mark by then was here.
 */
const State = z.enum(['', ...attendanceStates]).transform((state): AttendanceState | null => state || null);

/**
 * Saves the roll of a session. Only what was changed in the form is written, so that two who mark at
 * once keep both their marks; where both changed the same person, nothing is written and the page says who.
 */
export const markAttendance = action('/programmes/:programme/steps/:number/attendance', {
  purpose: 'administration',
  access: registerPolicy,
  page: stepPage,
  input: z.record(z.string(), State.optional().catch(undefined)),
  async run(change, sent) {
    const { programme, step, roll } = await openRoll(change);
    const marks = new Map([
      ...(sent.others === 'here' ? presentMarks(roll, sent) : []),
      ...changedMarks(roll, sent),
    ]);
    if (marks.size === 0) throw new Refused('Nothing on the roll was changed, so there was nothing to save.');
    const event = await markRoll(change, step, marks);
    return see(
      `${stepHref(programme, step)}#roll`,
      tn(marks.size, 'One person is marked.', '{n} people are marked.'),
      belowStep(programme, step, `attendance/back/${event}`),
    );
  },
});

/** Marks everybody who is not marked yet: here, or not here when they said that they cannot come. */
export const markEverybody = action('/programmes/:programme/steps/:number/attendance/everybody', {
  purpose: 'administration',
  access: registerPolicy,
  input: z.object({}),
  async run(change) {
    const { programme, step, roll } = await openRoll(change);
    const marks = presentMarks(roll, {});
    if (marks.size === 0)
      throw new Refused('Everybody is marked already. Change a name where it was different.');
    const event = await markRoll(change, step, marks);
    return see(
      `${stepHref(programme, step)}#roll`,
      t('Everybody is marked. Change the names where it was different.'),
      belowStep(programme, step, `attendance/back/${event}`),
    );
  },
});

/** Whoever has no mark and was given none: here, or not here when they said that they cannot come. */
const presentMarks = (
  roll: readonly OnRoll[],
  sent: Readonly<Record<string, AttendanceState | null | undefined>>,
): Marks =>
  new Map(
    roll
      .filter(({ personId, state }) => state === null && !sent[`state-${personId}`])
      .map(({ personId, apology }) => [
        personId,
        { from: null, to: apology === null ? ('here' as const) : ('not-here' as const) },
      ]),
  );

/** What the person changed in the form, given how the roll stands now. Throws `Refused` where it stands otherwise than they saw. */
function changedMarks(
  roll: readonly OnRoll[],
  sent: Readonly<Record<string, AttendanceState | null | undefined>>,
): Marks {
  const marks = new Map<string, { from: AttendanceState | null; to: AttendanceState | null }>();
  const crossed: Record<string, string> = {};
  for (const { personId, name, state } of roll) {
    const [to, was] = [sent[`state-${personId}`], sent[`was-${personId}`]];
    if (to === undefined || to === (was ?? null) || to === state) continue;
    if ((was ?? null) === state) marks.set(personId, { from: state, to });
    else
      crossed[`state-${personId}`] = t(
        'Somebody else marked {name} meanwhile: {state}. Choose again and save.',
        {
          name,
          state: stateWords(state),
        },
      );
  }
  if (Object.keys(crossed).length > 0) throw new Refused(crossed);
  return marks;
}
