import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice, optionalTime, ticked, ticks, wholeNumber } from '#platform/http/input.ts';
import { action, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Rhythm, rhythms, soonNotes } from '#platform/notices/hearing.ts';
import { hearingAddress, hearingPage } from './hearing.page.ts';
import { passOver, saveChoice } from './hearing.queries.ts';

const input = z.object({
  rhythm: choice(rhythms),
  week_day: wholeNumber(1, 7, 'Choose a day.').default(1),
  soon: choice(soonNotes).default('no'),
  quiet_from: optionalTime(),
  quiet_until: optionalTime(),
  quiet_days: ticks(7).transform((days) => [...new Set(days.map(Number))]),
  days_off: ticked(),
});
type Sent = z.output<typeof input>;

export const saveHearing = action(hearingAddress, {
  purpose: 'learning',
  access: 'signed-in',
  input,
  page: hearingPage,
  alsoWrong: (_visit, sent) => wrongIn(sent),
  async run(change, sent) {
    const wrong = wrongIn(sent);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { personId } = change.who;
    if (sent.rhythm !== 'never') await passOver(change.tx, personId, change.now);
    const chosen = {
      rhythm: sent.rhythm,
      weekDay: sent.week_day,
      soon: sent.soon,
      quietFrom: sent.quiet_from,
      quietUntil: sent.quiet_until,
      quietDays: sent.quiet_days.toSorted(),
      daysOffQuiet: sent.days_off,
    };
    await saveChoice(change.tx, personId, chosen, change.now);
    await change.record({ ownerId: personId, kind: 'reminders.chosen', body: chosen });
    return see(hearingAddress, said[sent.rhythm]());
  },
});

const said: Readonly<Record<Rhythm, () => string>> = {
  'at-once': () => t('Saved. You hear at once, outside your quiet time.'),
  daily: () => t('Saved. You get one letter a day when something is new.'),
  weekly: () => t('Saved. You get one letter a week when something is new.'),
  never: () => t('Saved. No letters about what waits will come.'),
};

function wrongIn({ quiet_from: from, quiet_until: until, quiet_days: days = [] }: Partial<Sent>): Wrong {
  const wrong: Wrong = {};
  if (from && until === null) wrong.quiet_until = t('Say until when, or leave both times empty.');
  if (until && from === null) wrong.quiet_from = t('Say from when, or leave both times empty.');
  if (from && from === until) wrong.quiet_until = t('Choose a time other than the one it begins at.');
  if (!days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
    wrong.quiet_days = t('Choose from the days shown.');
  else if (days.length === 7)
    wrong.quiet_days = t(
      'With seven quiet days no letter would ever come. Leave one, or choose “Not at all”.',
    );
  return wrong;
}
