import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type AbsenceKind, type Away, daysInWords, kindInWords } from './cover.ts';

interface Covered {
  unit: string;
  subject: string;
  name: string;
  on: string;
  startsAt: string;
  at: Date;
}

interface Absent extends Away {
  kind: AbsenceKind;
  words: string;
  at: Date;
}

/** As JSON brings it. */
type Written<Row> = Omit<Row, 'at'> & { at: string };

/** What one covered for others, and when one was away. What was arranged for one's own classes is the school's. */
export async function takeAwayCover(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  // Every room is asked when an archive is made: one statement each.
  const { rows } = await sql<{ covered: Written<Covered>[]; away: Written<Absent>[] }>`select
    (select coalesce(json_agg(json_build_object('unit', u.name, 'subject', c.subject, 'name', n.name, 'on', c.on_date,
        'startsAt', to_char(c.starts_at, 'HH24:MI'), 'at', c.arranged_at) order by c.on_date, c.starts_at, c.id), '[]'::json)
      from cover c join unit u on u.owner_id = c.owner_id and u.id = c.unit_id join person n on n.id = c.person_id
      where c.owner_id = any(${organisationIds}::uuid[]) and c.covered_by = ${personId} and c.ended_at is null) as covered,
    (select coalesce(json_agg(json_build_object('fromOn', a.from_on, 'untilOn', a.until_on,
        'fromTime', to_char(a.from_time, 'HH24:MI'), 'untilTime', to_char(a.until_time, 'HH24:MI'), 'kind', a.kind,
        'words', a.words, 'at', a.said_at) order by a.from_on, a.id), '[]'::json)
      from staff_absence a
      where a.owner_id = any(${organisationIds}::uuid[]) and a.person_id = ${personId} and a.ended_at is null) as away`.execute(
    db,
  );
  const { covered, away } = rows[0]!;
  return [...coveredSection(covered), ...awaySection(away)];
}

const coveredSection = (covered: readonly Written<Covered>[]): TakeAwaySection[] =>
  covered.length === 0
    ? []
    : [
        {
          title: t('Classes I took for others'),
          entries: covered.map(({ unit, subject, name, on, startsAt, at }) => ({
            title: [unit, subject].filter(Boolean).join(', '),
            at: new Date(at),
            fields: [
              { label: t('When'), text: t('{day}, {time}', { day: formatDate(on), time: startsAt }) },
              { label: t('Instead of'), text: name },
            ],
          })),
          stays: t('The school keeps who took which class: it is part of its registers.'),
        },
      ];

const awaySection = (away: readonly Written<Absent>[]): TakeAwaySection[] =>
  away.length === 0
    ? []
    : [
        {
          title: t('When I was away'),
          entries: away.map(({ kind, words, at, ...days }) => ({
            title: daysInWords(days),
            at: new Date(at),
            fields: [
              { label: t('Why'), text: kindInWords[kind]() },
              { label: t('What to know'), text: words },
            ],
          })),
          stays: t('The school keeps when its staff were away.'),
        },
      ];
