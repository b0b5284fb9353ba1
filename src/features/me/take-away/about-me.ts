import { HELD_FIELD } from '#platform/http/held-field.ts';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { selectEmails, selectOrganisationIds } from '../me.queries.ts';

/** A person's own details, what they had begun to write, and who opened what is theirs. */
export async function aboutMe(db: Db, personId: string, now: Date): Promise<TakeAwaySection[]> {
  return [await details(db, personId), await drafts(db, personId), await openings(db, personId, now)];
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

/** Forms left unsent. Their fields have no labels here, so each stands under its name in the form. */
async function drafts(db: Db, personId: string): Promise<TakeAwaySection> {
  const rows = await db
    .selectFrom('draft as d')
    .leftJoin('organisation as o', 'o.id', 'd.organisation_id')
    .select(['d.key', 'd.body', 'd.saved_at as at', 'o.name as school'])
    .where('d.owner_id', '=', personId)
    .orderBy('d.saved_at')
    .execute();
  return {
    title: t('What I had begun to write'),
    entries: rows.map(({ key, body, at, school }) => ({
      title: t('Draft, {day}', { day: formatDate(at) }),
      at,
      fields: Object.entries(body as Record<string, string | string[]>)
        .filter(([label]) => label !== 'version' && label !== HELD_FIELD)
        .map(([label, value]) => ({ label, text: [value].flat().join('\n') }))
        .concat({ label: t('Form'), text: key }, { label: t('School'), text: school ?? '' })
        .filter(({ text }) => text),
    })),
    stays: '',
  };
}

const mostOpenings = 10_000;

/** What must stay hidden for somebody’s safety is left out until its day. */
async function openings(db: Db, personId: string, now: Date): Promise<TakeAwaySection> {
  const owners = [personId, ...(await selectOrganisationIds(db, personId))];
  const rows = await db
    .selectFrom('access_log as l')
    .innerJoin('person as p', 'p.id', 'l.reader_id')
    .select(['p.name', 'l.item_kind as kind', 'l.at'])
    .where('l.owner_id', 'in', owners)
    .where('l.subject_id', '=', personId)
    .where((row) => row.or([row('l.hidden_until', 'is', null), row('l.hidden_until', '<=', now)]))
    .orderBy('l.at', 'desc')
    .limit(mostOpenings)
    .execute();
  return {
    title: t('Who opened what is mine'),
    entries: rows.map(({ name, kind, at }) => ({
      title: name,
      at,
      fields: [{ label: t('Opened'), text: kind.replaceAll('-', ' ') }],
    })),
    stays: '',
  };
}
