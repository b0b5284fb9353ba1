import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { onlyYou } from '#platform/access/audience-words.ts';
import { isCalendarDate } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { codesPath, missingPath, registersPath } from './addresses.ts';
import { ownRegisters } from './own-registers.ts';
import { inOrderOfNow, minutesNow, registerLine } from './own-registers.view.ts';
import { dayBefore } from './day-before.view.ts';
import { keepsRegisters, watchesRegisters } from './registers.access.ts';
import { schoolDayBefore } from './school-days.ts';

const ask = composed((who, given: Given<{ on: string }>) => ({
  registers: ownRegisters(who, given),
  before: list<{ day: string | null }>(sql`select ${schoolDayBefore(who.organisationId, given.on)} as day`),
}));

/** The registers of a day that are one's own to take; of today, what is now stands first. */
export const ownPage = page(registersPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const asked = visit.query['day'] ?? '';
    const on = isCalendarDate(asked) && asked <= visit.today ? asked : visit.today;
    return { on, ...(await ask(visit.db, visit.who, { on })) };
  },
  view: ({ on, registers, before }, visit) => {
    const isToday = on === visit.today;
    const inOrder = isToday ? inOrderOfNow(registers, minutesNow(visit)) : registers;
    return {
      title: isToday ? t('Registers today') : t('Registers'),
      audience: onlyYou(t('This page gathers the registers that are yours to take. Colleagues see theirs.')),
      status: { where: formatDate(on, 'weekday') },
      body: html`${countedList({
        says: tn(registers.length, '{n} register', '{n} registers'),
        items: inOrder.map((each) => registerLine(each, on)),
        empty: t(
          'No register is yours to take on this day. Where you stand in for somebody, the office can name you.',
        ),
      })}
      ${quietActions([
        ...dayBefore(registersPath, before[0]!.day),
        ...(isToday ? [] : [{ label: t('Today'), href: registersPath }]),
        ...(watchesRegisters(visit.who) ? [{ label: t('Registers not taken'), href: missingPath }] : []),
        ...(keepsRegisters(visit.who) ? [{ label: t('Attendance codes'), href: codesPath }] : []),
      ])}`,
    };
  },
});
