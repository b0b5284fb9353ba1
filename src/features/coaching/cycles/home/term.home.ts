import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { t } from '#platform/i18n/i18n.ts';
import { braid, type BraidPoint, type Strand } from '#ui/braid.ts';
import { cyclePolicy } from '../../coaching.policy.ts';
import { type HomeOf, homePart } from '../../home-part.ts';
import { kindInWords, type MeetingKind, meetingHref } from '../../meetings/meeting.ts';
import type { Kind } from '../../together.ts';
import { wasThereFor } from '../../what-leavers-read.ts';
import { stepHref } from '../steps/step.view.ts';

interface Row {
  sort: 'meeting' | 'tried' | 'revisited' | 'to-come';
  id: string;
  /** The day. */
  on: string;
  /** Of a meeting: its kind. Of a step: its words. */
  words: string;
  minutes: number | null;
  /** Of a step: whose, and in which goal. */
  ownerId: string | null;
  goalId: string | null;
}

/** The most points that a small picture can hold and still be read. */
const most = 60;

/**
 * The term of a pairing as one small picture: times together, steps tried in class, and what pupils did when one looked
 * again. Steps that the reader may not read are not in it.
 */
export const termOnHome = homePart<Row>({
  asks: (who, given) => {
    const pairing = sql`(select p.id from pairing p
      where p.owner_id = ${who.organisationId} and p.circle_id = ${given.id})`;
    const steps = (sort: string, day: string, when: string) => sql`
      select ${sql.lit(sort)}::text as sort, s.id, ${sql.raw(day)}::date as "on", s.words, null::integer as minutes,
        c.owner_id as "ownerId", c.id as "goalId"
      from coaching_cycle c join item i on i.owner_id = c.owner_id and i.id = c.id
      join action_step s on s.owner_id = c.owner_id and s.cycle_id = c.id
      where c.owner_id in (select x.person_id from pairing p
          join pairing_person x on x.owner_id = p.owner_id and x.pairing_id = p.id
          where p.owner_id = ${who.organisationId} and p.circle_id = ${given.id})
        and c.pairing_id in ${pairing} and i.ended_at is null and s.ended_at is null and ${sql.raw(when)}
        and ${who.sees('i', cyclePolicy)}`;
    return list<Row>(sql`
      select * from (
        select 'meeting'::text as sort, m.id, m.on_date as "on", m.kind as words,
          coalesce(m.held_minutes, m.minutes) as minutes, null::uuid as "ownerId", null::uuid as "goalId"
        from coaching_meeting m
        where m.owner_id = ${who.organisationId} and m.pairing_id in ${pairing} and m.called_off_at is null
          and ${wasThereFor(who, given.id)}
        union all ${steps('tried', 's.tried_on', 's.tried_on is not null')}
        union all ${steps('revisited', 's.revisited_at', 's.revisited_at is not null')}
        union all ${steps('to-come', 's.revisit_on', 's.revisit_on is not null and s.revisited_at is null')}) x
      order by x."on", x.id limit ${most}`);
  },
  draw: (rows, home) => (rows.length === 0 ? null : picture(rows, home)),
});

/** Whose strand a time together is on: a mentor and a coach bring expertise, co-coaches are peers. */
const strandOf = (kind: Kind): Strand['key'] => (kind === 'co-coaching' ? 'peer' : 'specialist');

function picture(rows: readonly Row[], { together, visit }: HomeOf) {
  const days = rows.map(({ on }) => on);
  const from = [together.startsOn ?? days[0]!, ...days].reduce((a, b) => (a < b ? a : b));
  const until = [together.endsOn ?? days.at(-1)!, ...days].reduce((a, b) => (a > b ? a : b));
  const strands: Strand[] = [
    {
      key: strandOf(together.kind),
      label: together.kind === 'co-coaching' ? t('Peer support') : t('Specialist support'),
    },
    { key: 'practice', label: t('Practice in class') },
    { key: 'pupils', label: t('Pupil evidence') },
  ];
  return braid({
    title: t('Our time so far, and what is planned'),
    from,
    until,
    today: visit.today,
    strands,
    points: rows.map((row) => pointOf(row, together, visit.today)),
    size: 'small',
  });
}

function pointOf(row: Row, together: HomeOf['together'], today: string): BraidPoint {
  const common = { id: `${row.sort}-${row.id}`, on: row.on, done: row.on <= today && row.sort !== 'to-come' };
  if (row.sort === 'meeting')
    return {
      ...common,
      strand: strandOf(together.kind),
      label: kindInWords(row.words as MeetingKind),
      href: meetingHref(together, row),
      ...(row.minutes !== null && { minutes: row.minutes }),
    };
  return {
    ...common,
    strand: row.sort === 'tried' ? 'practice' : 'pupils',
    label:
      row.sort === 'tried'
        ? t('Tried: {words}', { words: row.words })
        : row.sort === 'revisited'
          ? t('Looked again: {words}', { words: row.words })
          : t('To look at again: {words}', { words: row.words }),
    href: stepHref({ ownerId: row.ownerId!, id: row.goalId! }, row),
  };
}
