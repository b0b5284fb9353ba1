import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { isId } from '#platform/db/ids.ts';
import { members, page } from '#platform/http/route.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { countedList, filters, pager } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { attendancePath, pupilHref } from '../attendance.ts';
import { readsPupil, readsWhole, teachersAudience, teachesUnit } from '../attendance.access.ts';
import { formName } from '../marked-sessions.ts';
import { officeTabs } from '../office-tabs.view.ts';

const aPage = 60;

interface Asked {
  today: string;
  offset: number;
  unit: string | undefined;
  words: string[] | undefined;
}

const ask = composed((who, { today, offset, unit, words }: Given<Asked>) => {
  const owner = who.organisationId;
  return {
    pupils: list<{ id: string; name: string; form: string | null; total: number }>(sql`
      select p.id, p.name, ${formName(owner, sql`p.id`, today)} as form, count(*) over ()::int as total
      from member m join person p on p.id = m.person_id
      where m.owner_id = ${owner} and m.kind = 'pupil' and ${current('m', today)}
        and ${readsPupil(who, sql`m.person_id`, today)}
        ${words === undefined ? sql`` : sql`and m.sort_name like all(${words}::text[])`}
        ${
          unit === undefined
            ? sql``
            : sql`and exists (select 1 from membership i where i.owner_id = ${owner} and i.unit_id = ${unit}
          and i.person_id = m.person_id and i.part = 'pupil' and ${current('i', today)})`
        }
      order by m.sort_name, p.id limit ${aPage} offset ${offset}`),
    units: list<{ id: string; name: string }>(sql`select u.id, u.name from unit u
      where u.owner_id = ${owner} and u.ended_at is null and u.kind in ('class', 'form')
        and ${readsWhole(who) ? sql`true` : teachesUnit(who, 'u', today)} order by u.sort_name limit 500`),
  };
});

/** The pupils of whose attendance this person reads: all, or those they teach. By name; nobody is ranked. */
export const pupilsPage = page(attendancePath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => {
    const words = comparable((visit.query.q ?? '').slice(0, 100))
      .split(' ')
      .filter(Boolean);
    const unit = visit.query.unit && isId(visit.query.unit) ? visit.query.unit : undefined;
    return ask(visit.db, visit.who, {
      today: visit.today,
      offset: (visit.pageNumber - 1) * aPage,
      unit,
      words: words.length > 0 ? words.map((word) => `%${word}%`) : undefined,
    });
  },
  view: ({ pupils, units }, visit) => {
    const query = { unit: visit.query.unit, q: visit.query.q };
    const total = pupils[0]?.total ?? 0;
    return {
      title: t('Attendance'),
      audience: teachersAudience(),
      ...(readsWhole(visit.who) && { trail: [{ label: t('School'), href: '/school' }] }),
      body: html`${officeTabs(visit.who, attendancePath)}
      ${filters(
        {
          action: attendancePath,
          values: query,
          button: t('Show'),
          narrowed: Boolean(query.unit ?? query.q),
        },
        (f) =>
          html`${f.select({ name: 'unit', label: t('Class'), unmarked: true, all: t('All classes'), options: units.map(({ id, name }) => ({ value: id, label: name })) })}
          ${f.search({ name: 'q', label: t('Name'), unmarked: true })}`,
      )}
      ${countedList({
        says: tn(total, '{n} pupil', '{n} pupils'),
        dense: true,
        items: pupils.map(
          ({ id, name, form }) =>
            html`${personName({ name, href: pupilHref(id) })} <span class="meta">${form ?? ''}</span>`,
        ),
        empty: t('No pupil fits. You read of the pupils you teach.'),
      })}
      ${pager({ page: visit.pageNumber, pages: Math.ceil(total / aPage), path: attendancePath, query })}`,
    };
  },
});
