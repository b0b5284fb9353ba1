import { sql } from 'kysely';
import { current } from '../access/current.ts';
import { addressCounts } from '../auth/addresses.ts';
import type { Db } from '../db/database.ts';
import type { Services } from '../http/context.ts';
import { speaking, t } from '../i18n/i18n.ts';
import { letter } from '../mail/letter.ts';
import { sendLater } from '../mail/send-later.ts';

/** Somebody who can be written to, and how. */
export interface Addressee {
  /** The organisation that writes to them. */
  organisationId: string;
  personId: string;
  name: string;
  givenName: string;
  address: string;
  locale: string;
  zone: string;
}

/**
 * Those of these people who belong to the organisation now, have an account and an address, and have not switched
 * mail off: without an account the link of a letter leads nowhere, and an invitation is the letter to send. The
 * school's address goes before a personal one.
 */
export async function selectAddressees(
  { db, now }: Pick<Services, 'db' | 'now'>,
  organisationId: string,
  personIds: readonly string[],
): Promise<Addressee[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .innerJoin('organisation as o', 'o.id', 'm.owner_id')
    .innerJoin('credential as a', 'a.person_id', 'p.id')
    .select([
      'm.owner_id as organisationId',
      'p.id as personId',
      'p.name',
      'p.given_name as givenName',
      'o.time_zone as zone',
      sql<string>`coalesce(p.locale, o.locale)`.as('locale'),
      sql<
        string | null
      >`(select e.address from person_email e where e.person_id = p.id and ${addressCounts(personIds)}
        order by e.kind = 'work' desc, e.confirmed_at is null, e.created_at limit 1)`.as('address'),
    ])
    .where('m.owner_id', '=', organisationId)
    .where('m.person_id', 'in', personIds)
    .where(current('m', sql`(${now()}::timestamptz at time zone o.time_zone)::date`))
    .where('p.ended_at', 'is', null)
    .execute();
  const declined = await db
    .selectFrom('reminder_choice')
    .select('owner_id')
    .where('owner_id', 'in', personIds)
    .where('by_mail', '=', false)
    .execute();
  const without = new Set(declined.map((row) => row.owner_id));
  return rows.filter((row): row is Addressee => row.address !== null && !without.has(row.personId));
}

export interface MailWords {
  subject: string;
  paragraphs: readonly string[];
  /** The one thing to do; `href` is a path of this site. */
  link: { label: string; href: string };
  because: string;
}

/**
 * Writes to somebody in their language, with how to have no more such mail. The letter goes to the outbox in
 * the transaction `tx`, and the relay sends it. `id` is the same for the same letter: given again, as when a
 * handler is told twice, it makes no second one.
 */
export async function writeTo(
  services: Services,
  to: Addressee,
  id: string,
  words: () => MailWords,
  tx: Db = services.db,
): Promise<void> {
  const now = services.now();
  const tongue = { locale: to.locale, zone: to.zone, now };
  const { subject, ...parts } = speaking(tongue, () => {
    const { subject: about, paragraphs, link, because } = words();
    return {
      subject: about,
      ...letter({
        greeting: t('Dear {name},', { name: to.givenName }),
        paragraphs,
        link: { label: link.label, url: `${services.address()}${link.href}` },
        why: {
          because,
          toStop: t('To have no such mail, open this page: {address}', {
            address: `${services.address()}/me/notices`,
          }),
        },
        language: to.locale,
      }),
    };
  });
  const mail = { to: to.address, subject, ...parts, id: `${id}:${to.personId}` };
  await sendLater(tx, to.organisationId, mail, now);
}
