import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';
import { formatDate, speaking, t } from '#platform/i18n/i18n.ts';
import { type Job, told } from '#platform/jobs/handler.ts';
import { enqueue } from '#platform/jobs/outbox.ts';
import { notify } from '#platform/notices/notices.ts';
import { type Addressee, post, selectAddressees } from '#platform/notices/write-to.ts';
import { toldAbout } from '#features/people/index.ts';
import { awayHref } from '../attendance.ts';
import { tellUsNotice } from '../notices.ts';
import { phonesOf } from '#features/contacts/index.ts';
import { type Settings, selectSettings } from '../settings/settings.queries.ts';
import { textKind } from './texts.handlers.ts';

interface Told {
  adultId: string;
  childName: string;
  givenName: string;
  restricted: boolean;
  number: string | null;
}

/**
 * A family is asked why its child is not in the register: each grown-up who may be told of attendance finds it on Today
 * and gets a letter now. It is not left to the letter of the evening: a child may be missing. A text message goes where
 * the school hands any over, never to somebody about whom a restriction is written down.
 */
export const tellFamily = told(
  'absence.family-told',
  z.object({ pupilId: z.uuid(), on: z.string(), actorId: z.uuid().nullable() }),
  async ({ ownerId: owner, body: { pupilId, on, actorId } }, job) => {
    const { db, now } = job;
    if (!(await stillUnknown(db, owner, pupilId, on))) return;
    const adults = await selectTold(db, owner, pupilId, on);
    const settings = await selectSettings(db, owner);
    for (const { adultId } of adults)
      await notify(
        db,
        {
          personId: adultId,
          fromOwner: owner,
          kind: tellUsNotice,
          subjectKey: `${pupilId} ${on}`,
          itemId: pupilId,
          href: awayHref(pupilId),
          dueAt: null,
        },
        now(),
      );
    const addressees = await selectAddressees(
      job,
      owner,
      adults.map(({ adultId }) => adultId),
    );
    for (const to of addressees) {
      const adult = adults.find(({ adultId }) => adultId === to.personId)!;
      await post(job, to, `absence:${on}:${pupilId}`, () => letterWords(to, adult, pupilId, on, settings));
      await noteTry(db, owner, {
        pupilId,
        on,
        adultId: to.personId,
        how: 'mail',
        by: actorId ?? to.personId,
        at: now(),
      });
    }
    if (settings.textsOn) await textThem(job, owner, { pupilId, on, actorId }, adults);
  },
);

const letterWords = (to: Addressee, adult: Told, pupilId: string, on: string, settings: Settings) => ({
  subject: t('{name} is not in the register: please tell us why', { name: adult.givenName }),
  paragraphs: [
    t('{name} is not in the register of {school} on {day}, and we do not know why.', {
      name: adult.childName,
      school: to.organisation,
      day: formatDate(on, 'weekday'),
    }),
    t(
      'If you know, please tell us now. It takes a minute. If you thought that {name} was at school, ring us at once.',
      {
        name: adult.givenName,
      },
    ),
    ...(settings.letter === '' ? [] : [settings.letter]),
  ],
  link: { label: t('Tell the school why'), href: awayHref(pupilId) },
  because: t('You get this because you are told about the attendance of {name}.', { name: adult.givenName }),
});

/** Whether nobody has said why since, and the telling was not taken back. */
async function stillUnknown(db: Db, owner: string, pupilId: string, on: string): Promise<boolean> {
  const { rows } = await sql`select 1 from absence_telling f
    where f.owner_id = ${owner} and f.pupil_id = ${pupilId} and f.on_date = ${on} and f.taken_back_at is null
      and not exists (select 1 from pupil_absence a where a.owner_id = ${owner} and a.pupil_id = f.pupil_id
        and a.taken_back_at is null and f.on_date between a.from_on and a.until_on and a.created_at > f.told_at)`.execute(
    db,
  );
  return rows.length > 0;
}

async function selectTold(db: Db, owner: string, pupilId: string, on: string): Promise<Told[]> {
  const { rows } =
    await sql<Told>`select x.adult_id as "adultId", p.name as "childName", p.given_name as "givenName",
      f.restriction is not null as restricted,
      case when f.not_called then null else (select n.number from ${phonesOf(owner)} n
        where n.person_id = x.adult_id order by n.position limit 1) end as number
    from ${toldAbout(owner, 'attendance', on)} x
    join family_relation f on f.owner_id = ${owner} and f.adult_id = x.adult_id and f.pupil_id = x.pupil_id
    join person p on p.id = x.pupil_id
    where x.pupil_id = ${pupilId} order by f.called_in nulls last, x.adult_id`.execute(db);
  return rows;
}

/** Hands each text over by a message of its own, which is tried again by itself. */
async function textThem(
  { db, now }: Job,
  owner: string,
  { pupilId, on, actorId }: { pupilId: string; on: string; actorId: string | null },
  adults: readonly Told[],
): Promise<void> {
  const { locale, zone, name } = await db
    .selectFrom('organisation')
    .select(['locale', 'time_zone as zone', 'name'])
    .where('id', '=', owner)
    .executeTakeFirstOrThrow();
  for (const { adultId, number, restricted, givenName } of adults) {
    if (number === null || restricted) continue;
    const at = now();
    const id = idFrom(`text ${owner} ${pupilId} ${adultId} ${on}`);
    const words = speaking({ locale, zone, now: at }, () =>
      t('{school}: {name} is not in the register on {day}. Please ring us or tell us online why.', {
        school: name,
        name: givenName,
        day: formatDate(on, 'weekday'),
      }),
    );
    const written = await db
      .insertInto('absence_text')
      .values({
        owner_id: owner,
        id,
        pupil_id: pupilId,
        adult_id: adultId,
        on_date: on,
        number,
        words,
        state: 'waiting',
        answer: '',
        attempts: 0,
        created_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!written) continue;
    await enqueue(db, owner, textKind, { textId: id }, { at, id });
    await noteTry(db, owner, { pupilId, on, adultId, how: 'text', by: actorId ?? adultId, at });
  }
}

/** What went out by itself stands among what was tried, once. */
const noteTry = (
  db: Db,
  owner: string,
  tried: { pupilId: string; on: string; adultId: string; how: 'mail' | 'text'; by: string; at: Date },
): Promise<unknown> =>
  db
    .insertInto('absence_try')
    .values({
      owner_id: owner,
      id: idFrom(`try ${tried.how} ${owner} ${tried.pupilId} ${tried.adultId} ${tried.on}`),
      pupil_id: tried.pupilId,
      on_date: tried.on,
      adult_id: tried.adultId,
      how: tried.how,
      outcome: '',
      tried_by: tried.by,
      tried_at: tried.at,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'id']).doNothing())
    .execute();
