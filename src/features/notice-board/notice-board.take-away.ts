import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';

interface Written {
  title: string;
  text: string;
  fromOn: string;
  untilOn: string;
  at: Date;
}

interface Read {
  title: string;
  author: string;
  at: Date;
}

/** What one put up, and what one said that one has read. Who read it is the school's, and stays. */
export async function takeAwayNotices(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows: written } = await sql<Written>`
    select n.title, n.text, n.from_on as "fromOn", n.until_on as "untilOn", n.created_at as at
    from posted_notice n join item i on i.owner_id = n.owner_id and i.id = n.id
    where n.owner_id = any(${organisationIds}::uuid[]) and i.author_id = ${personId}
    order by n.created_at, n.id`.execute(db);
  const { rows: read } = await sql<Read>`
    select n.title, a.name as author, r.said_at as at
    from posted_notice_reading r
    join posted_notice n on n.owner_id = r.owner_id and n.id = r.notice_id
    join item i on i.owner_id = n.owner_id and i.id = n.id
    join person a on a.id = i.author_id
    where r.owner_id = any(${organisationIds}::uuid[]) and r.person_id = ${personId} and i.ended_at is null
    order by r.said_at, n.id`.execute(db);
  return [...writtenSection(written), ...readSection(read)];
}

const writtenSection = (written: readonly Written[]): TakeAwaySection[] =>
  written.length === 0
    ? []
    : [
        {
          title: t('Notices I put up'),
          entries: written.map(({ title, text, fromOn, untilOn, at }) => ({
            title,
            at,
            fields: [
              {
                label: t('Shown'),
                text: t('from {from} until {until}', {
                  from: formatDate(fromOn),
                  until: formatDate(untilOn),
                }),
              },
              { label: t('What it said'), text },
            ],
          })),
          stays: t('Who said that they have read them stays with the school.'),
        },
      ];

const readSection = (read: readonly Read[]): TakeAwaySection[] =>
  read.length === 0
    ? []
    : [
        {
          title: t('Notices I said I have read'),
          entries: read.map(({ title, author, at }) => ({
            title,
            at,
            fields: [
              { label: t('From'), text: author },
              { label: t('I said so'), text: formatMoment(at) },
            ],
          })),
          stays: t('What the notices say is the school’s.'),
        },
      ];
