import { addDays, isCalendarDate } from '#platform/calendar/dates.ts';
import { clockIn, isTime } from '#platform/calendar/local-time.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { byIdOrNone, catalogue, type Protocol } from '#features/evidence/index.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { rhythmNamed } from '../relationships.ts';
import { type Together, togetherHref, togetherTrail } from '../together.ts';
import { type Asked, planOf } from './plan-term.ts';
import { selectTermDiary } from './term.queries.ts';
import { termView } from './term.view.ts';
import { timesAudience } from './times-audience.ts';

/** Where a whole term of times is laid out by the rhythm, looked over, and booked together. */
export const termPage = page('/coaching/:coaching/times/term', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit, 'write');
    const { together } = opened;
    const asked = askedBy(visit);
    // What is due is known with the times, so the diary begins today and reaches as far as anything could be laid.
    const latest = asked.until ?? together.endsOn ?? addDays(asked.from ?? visit.today, 120);
    const { meetings, ...diary } = await selectTermDiary(visit.db, visit.who, {
      id: together.id,
      from: visit.today,
      until: latest < visit.today ? visit.today : latest,
      today: visit.today,
    });
    return { ...opened, meetings, diary, asked, protocol: protocolOf(together) };
  },
  view({ together, meetings, diary, asked, protocol }, visit) {
    const clock = clockIn(visit.now, visit.who.standing.organisation.zone);
    const plan = planOf({ together, meetings, diary, asked, protocol, today: visit.today, clock });
    const action = togetherHref(together, 'times/term');
    return {
      title: t('Book a whole term'),
      audience: timesAudience(),
      wide: true,
      trail: [
        ...togetherTrail(together, visit.who.personId),
        { label: t('Times together'), href: togetherHref(together, 'times') },
      ],
      body: termView({
        together,
        meetings,
        diary,
        protocol,
        plan,
        form: visit.formAt(action),
        today: visit.today,
      }),
    };
  },
});

function askedBy({ query, today }: Visit): Asked {
  const day = (text = ''): string | null =>
    isCalendarDate(text) && text >= today && text <= addDays(today, 400) ? text : null;
  const { at = '', by } = query;
  return {
    from: day(query.from),
    until: day(query.until),
    startsAt: isTime(at) ? at : null,
    by: by === 'rhythm' || by === 'protocol' ? by : null,
  };
}

/** The protocol that lays their rhythm out, where the catalogue has one for it. */
function protocolOf(together: Together): Protocol | undefined {
  const { protocol } = rhythmNamed(together.kind, together.rhythm);
  return protocol === undefined ? undefined : byIdOrNone(catalogue().protocols, protocol);
}
