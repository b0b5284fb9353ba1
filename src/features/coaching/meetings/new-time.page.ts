import { addDays, isCalendarDate } from '#platform/calendar/dates.ts';
import { page } from '#platform/http/route.ts';
import { isTime } from '#platform/calendar/local-time.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { togetherHref, togetherTrail } from '../together.ts';
import { bookingFields } from './booking-form.ts';
import { selectDiary } from './diary.ts';
import { freeTimesView } from './free-times.view.ts';
import { timesAudience } from './times-audience.ts';

/** So many days are looked at for times at which all are free. */
const daysLookedAt = 21;

/** Where one time is booked; the address may name its day and time. */
export const newTimePage = page('/coaching/:coaching/times/new', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit, 'write');
    const at = momentAsked(visit);
    const from = at.on ?? addDays(visit.today, 1);
    const diary = await selectDiary(visit.db, visit.who, {
      id: opened.together.id,
      from,
      until: addDays(from, daysLookedAt),
      today: visit.today,
    });
    return { ...opened, diary, at, from };
  },
  view({ together, diary, at, from }, visit) {
    const action = togetherHref(together, 'times/new');
    const { values, errors } = visit.formAt(action);
    const asked = {
      kind: 'conversation',
      on_date: at.on ?? '',
      starts_at: at.startsAt ?? '',
      minutes: together.minutes,
    };
    return {
      title: t('Book a time'),
      audience: timesAudience(),
      trail: [
        ...togetherTrail(together, visit.who.personId),
        { label: t('Times together'), href: togetherHref(together, 'times') },
      ],
      body: html`${form(
        {
          action,
          button: t('Book it'),
          values: { ...asked, ...values },
          errors,
          cancel: togetherHref(together, 'times'),
        },
        bookingFields,
      )}
      ${freeTimesView({ together, diary, from, startsAt: at.startsAt, action })}`,
    };
  },
});

/** Day and time that the address asks for, where they make sense. */
function momentAsked({ query }: Visit): { on: string | null; startsAt: string | null } {
  const { on = '', at = '' } = query;
  return { on: isCalendarDate(on) && on < '2200' ? on : null, startsAt: isTime(at) ? at : null };
}
