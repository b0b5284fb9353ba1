import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import { isCalendarDate } from '#platform/calendar/dates.ts';
import { isTime } from '#platform/calendar/local-time.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { coverKeepers, keepersAudience } from './cover.access.ts';
import { dayHref, type Gap } from './cover.ts';
import { busyList, colleaguesList, gapsList } from './day.lists.ts';
import { slotView } from './slot.view.ts';
import { candidatesFor } from './suggest.ts';

const ask = composed((who, { on, absence }: Given<{ on: string; absence: string }>) => ({
  gaps: gapsList(who.organisationId, { from: on, until: on }, sql`a.id = ${absence}`),
  colleagues: colleaguesList(who.organisationId, on),
  busy: busyList(who.organisationId, on),
}));

/** The class that the address names, with everybody beside it. Throws `NotFound` where nobody is away from it. */
export async function loadSlot(visit: Visit) {
  const { absence, on, at, unit } = visit.params as Record<'absence' | 'on' | 'at' | 'unit', string>;
  const startsAt = `${at.slice(0, 2)}:${at.slice(2)}`;
  if (!isId(absence) || !isId(unit) || !isCalendarDate(on) || !isTime(startsAt)) throw new NotFound();
  const { gaps, colleagues, busy } = await ask(visit.db, visit.who, { on, absence });
  const gap = gaps.find((each) => each.unitId === unit && each.startsAt === startsAt);
  if (!gap) throw new NotFound(t('Nobody is away from this class then any more.'));
  const busyOf = Map.groupBy(busy, ({ personId }) => personId);
  return { gap, colleagues, candidates: candidatesFor(gap, colleagues, busyOf) };
}

export const slotPath = '/cover/absences/:absence/:on/:at/:unit';

/** Where one class is arranged by hand, with everybody who could take it and why others are not suggested. */
export const slotPage = page(slotPath, {
  purpose: 'administration',
  access: roles(...coverKeepers),
  load: loadSlot,
  view: (data, visit) => ({
    title: t('Who takes {unit}?', { unit: data.gap.unit }),
    audience: keepersAudience(),
    trail: trailOf(data.gap, visit.today),
    body: slotView(data, visit),
  }),
});

const trailOf = ({ on }: Gap, today: string) => [
  { label: t('Cover on {day}', { day: formatDate(on, 'weekday') }), href: dayHref(on, today) },
];
