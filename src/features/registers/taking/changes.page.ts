import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatTime, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { personName } from '#ui/person-name.ts';
import { table } from '#ui/table.ts';
import { registerHref, registersPath } from '../addresses.ts';
import { registerAudience } from '../registers.access.ts';
import { dayInWords, whenInWords } from './register.ts';
import { openRegister, placeOf } from './register.queries.ts';

interface MarkChange {
  pupil: string;
  was: string | null;
  is: string | null;
  wasMinutes: number | null;
  minutes: number | null;
  wasNote: string;
  note: string;
  reason: string;
  by: string;
  at: Date;
}

const ask = composed((who, { registerId }: Given<{ registerId: string }>) => {
  const owner = who.organisationId;
  return {
    changes: list<MarkChange>(
      sql`select p.name as pupil, w.name as was, c.name as is, h.was_minutes as "wasMinutes", h.minutes,
          h.was_note as "wasNote", h.note, h.reason, b.name as by, h.changed_at as at
        from register_mark_change h join person p on p.id = h.pupil_id join person b on b.id = h.changed_by
        left join attendance_code w on w.owner_id = ${owner} and w.id = h.was_code_id
        left join attendance_code c on c.owner_id = ${owner} and c.id = h.code_id
        where h.owner_id = ${owner} and h.register_id = ${registerId}
        order by h.version desc, p.sort_name, h.id limit 500`,
      { at: 'moment' },
    ),
  };
});

/** What was changed in a register since it was taken, newest first. */
export const changesPage = page(`${registersPath}/:date/:unit/:slot/changes`, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const register = await openRegister(visit.db, visit.who, placeOf(visit.params), visit.today);
    const changes =
      register.id === null ? [] : (await ask(visit.db, visit.who, { registerId: register.id })).changes;
    return { register, changes };
  },
  view: ({ register, changes }) => ({
    title: t('What was changed in this register'),
    audience: registerAudience(),
    trail: [
      { label: t('Registers'), href: registersPath },
      { label: register.unit, href: registerHref(register) },
    ],
    status: { where: t('{day}: {when}', { day: dayInWords(register.on), when: whenInWords(register) }) },
    body: html`${
      register.takenAt !== null &&
      html`<p>
        ${t('Taken on {day} at {time} by {name}.', { day: formatDate(register.takenAt), time: formatTime(register.takenAt), name: register.takenBy ?? '' })}
      </p>`
    }
    ${table({
      caption: tn(changes.length, '{n} change', '{n} changes'),
      columns: [
        { label: t('Pupil') },
        { label: t('Was') },
        { label: t('Is') },
        { label: t('Why') },
        { label: t('Who and when') },
      ],
      rows: changes.map((each) => [
        personName({ name: each.pupil }),
        markInWords(each.was, each.wasMinutes, each.wasNote),
        markInWords(each.is, each.minutes, each.note),
        each.reason || t('No reason was asked for on the day itself.'),
        html`<bdi>${each.by}</bdi>, ${formatDate(each.at, 'short')}, ${formatTime(each.at)}`,
      ]),
      empty: t('Nothing has been changed since it was taken.'),
    })}`,
  }),
});

const markInWords = (name: string | null, minutes: number | null, note: string): Html =>
  html`${[name ?? t('Not marked'), minutes !== null && tn(minutes, '{n} minute late', '{n} minutes late'), note].filter(Boolean).join(', ')}`;
