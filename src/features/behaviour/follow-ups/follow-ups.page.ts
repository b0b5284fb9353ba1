import { addDays, isCalendarDate } from '#platform/calendar/dates.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { addressOf, filters } from '#ui/list.ts';
import { quietActions } from '#ui/actions.ts';
import { table } from '#ui/table.ts';
import { behaviourPath, followUpHref, followUpsPath } from '../addresses.ts';
import { staffAndSupervisor } from '../behaviour.access.ts';
import { kindInWords, stateInWords } from './follow-up.ts';
import { selectDay } from './follow-up.queries.ts';

/** Who is where on a day, in the order of the clock. */
export const followUpsPage = page(followUpsPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const day = isCalendarDate(visit.query.day ?? '') ? visit.query.day! : visit.today;
    return { day, ...(await selectDay(visit.db, visit.who, { day, today: visit.today })) };
  },
  view: ({ day, followUps }) => ({
    title: t('Who is where: {day}', { day: formatDate(day) }),
    audience: staffAndSupervisor(),
    trail: [{ label: t('What went well, what went wrong'), href: behaviourPath }],
    wide: true,
    body: html`${filters({ action: followUpsPath, values: { day }, button: t('Show'), always: true }, (f) =>
      f.date({ name: 'day', label: t('Day'), unmarked: true }),
    )}
    ${table({
      caption: tn(followUps.length, '{n} planned or done', '{n} planned or done'),
      columns: [
        { label: t('Time') },
        { label: t('Pupil') },
        { label: t('What') },
        { label: t('Where') },
        { label: t('With') },
        { label: t('How it stands') },
      ],
      rows: followUps.map((each) => [
        html`<a
            href="${followUpHref(each.id)}"
            aria-label="${t('{time}, {name}', { time: each.at, name: each.pupil })}"
            >${each.at}</a
          >
          <span class="meta">${formatMinutes(each.minutes)}</span>`,
        html`<bdi>${each.pupil}</bdi>`,
        kindInWords(each.kind),
        each.place,
        each.supervisor ?? t('Nobody yet'),
        html`<div>
          ${stateInWords(each.state, each.movedFrom)}${each.clashes.length > 0 && html`<br /><span class="chip">${t('Clashes')}</span>`}
        </div>`,
      ]),
      empty: empty({ says: t('Nothing is planned on this day for a pupil of yours.') }),
    })}
    ${quietActions([
      { label: t('The day before'), href: addressOf(followUpsPath, { day: addDays(day, -1) }), icon: 'back' },
      { label: t('The day after'), href: addressOf(followUpsPath, { day: addDays(day, 1) }), icon: 'next' },
    ])}`,
  }),
});
