import { isCalendarDate } from '#platform/calendar/dates.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { missingPath, registerHref, registersPath } from '../addresses.ts';
import { dayBefore } from '../day-before.view.ts';
import { keepsRegisters, registerWatchers, watchersAudience } from '../registers.access.ts';
import { whenInWords } from '../taking/register.ts';
import { type ExpectedRegister, selectMissing } from './missing.queries.ts';

/** Which registers of a day have begun and were not taken, period by period, and whom to ask. */
export const missingPage = page(missingPath, {
  purpose: 'administration',
  access: roles(...registerWatchers),
  async load(visit) {
    const asked = visit.query['day'] ?? '';
    const on = isCalendarDate(asked) && asked < visit.today ? asked : visit.today;
    const by = on === visit.today ? clockIn(visit.now, visit.who.standing.organisation.zone) : '23:59';
    return { on, ...(await selectMissing(visit.db, visit.who, { on, by })) };
  },
  view: ({ on, missing, taken, before }, visit) => ({
    title: t('Registers not taken'),
    audience: watchersAudience(),
    trail: [{ label: t('Registers'), href: registersPath }],
    status: {
      where: `${formatDate(on, 'weekday')}. ${tn(taken, 'One register is taken.', '{n} registers are taken.')}`,
    },
    body: html`${
      missing.length === 0
        ? empty({ says: t('Every register that has begun is taken, or there is none on this day.') })
        : byPeriod(missing, on, keepsRegisters(visit.who))
    }
    ${quietActions([
      ...dayBefore(missingPath, before),
      ...(on < visit.today ? [{ label: t('Today'), href: missingPath }] : []),
    ])}`,
  }),
});

const byPeriod = (missing: readonly ExpectedRegister[], on: string, opens: boolean): Html => {
  const periods = Map.groupBy(missing, (each) => whenInWords({ ...each, subject: '' }));
  return html`${[...periods].map(
    ([period, those]) =>
      html`<section>
        <h2>${period}</h2>
        ${countedList({
          says: tn(those.length, '{n} register', '{n} registers'),
          items: those.map((each) => line(each, on, opens)),
          empty: '',
        })}
      </section>`,
  )}`;
};

const line = (register: ExpectedRegister, on: string, opens: boolean): Html =>
  html`${opens ? html`<a href="${registerHref({ ...register, on })}">${register.unit}</a>` : register.unit}
    <span class="meta"
      >${[
        register.subject,
        register.ask.length > 0
          ? t('ask {names}', { names: formatList(register.ask.map(({ name }) => name)) })
          : t('nobody is named for it'),
      ]
        .filter(Boolean)
        .join(', ')}</span
    >`;
