import type { Db } from '#platform/db/database.ts';
import type { Feature, TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { didWith } from '../did-with.ts';
import { selectEmails, selectOrganisationIds } from '../me.queries.ts';
import { nounsOf } from '../own-kinds.ts';
import { draftEntries } from './draft-entries.ts';

/** A person's own details, what they had begun to write, and who opened what is theirs. */
export async function aboutMe(
  db: Db,
  features: readonly Feature[],
  personId: string,
  now: Date,
): Promise<TakeAwaySection[]> {
  const begun = await draftEntries(db, features, personId);
  return [
    await details(db, personId),
    { title: t('What I had begun to write'), entries: begun, stays: '' },
    await openings(db, nounsOf(features), personId, now),
  ];
}

async function details(db: Db, personId: string): Promise<TakeAwaySection> {
  const person = await db
    .selectFrom('person')
    .select(['name', 'created_at as at'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const emails = await selectEmails(db, personId);
  const schools = await db
    .selectFrom('affiliation as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select(['o.name', 'a.ended_at as endedAt'])
    .where('a.owner_id', '=', personId)
    .orderBy('a.created_at')
    .execute();
  return {
    title: t('About me'),
    entries: [
      {
        title: person.name,
        at: person.at,
        fields: [
          { label: t('E-mail addresses'), text: emails.map(({ address }) => address).join('\n') },
          {
            label: t('Schools'),
            text: schools
              .map(({ name, endedAt }) =>
                endedAt ? t('{name}, until {day}', { name, day: formatDate(endedAt) }) : name,
              )
              .join('\n'),
          },
        ].filter(({ text }) => text),
      },
    ],
    stays: t('The school keeps that you worked there, when, and in which roles.'),
  };
}

const mostOpenings = 10_000;

/** What must stay hidden for somebody’s safety is left out until its day. */
async function openings(
  db: Db,
  nouns: ReadonlyMap<string, string>,
  personId: string,
  now: Date,
): Promise<TakeAwaySection> {
  const owners = [personId, ...(await selectOrganisationIds(db, personId))];
  const rows = await db
    .selectFrom('access_log as l')
    .innerJoin('person as p', 'p.id', 'l.reader_id')
    .select(['p.name', 'l.item_kind as kind', 'l.manner', 'l.at'])
    .where('l.owner_id', 'in', owners)
    .where('l.subject_id', '=', personId)
    .where((row) => row.or([row('l.hidden_until', 'is', null), row('l.hidden_until', '<=', now)]))
    .orderBy('l.at', 'desc')
    .limit(mostOpenings)
    .execute();
  return {
    title: t('Who opened what is mine'),
    entries: rows.map(({ name, kind, manner, at }) => ({
      title: name,
      at,
      fields: [
        { label: formatMoment(at), text: didWith(manner, t(nouns.get(kind) ?? kind.replaceAll('-', ' '))) },
      ],
    })),
    stays: '',
  };
}
