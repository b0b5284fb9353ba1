import { sql } from 'kysely';
import { current } from '../access/current.ts';
import { addressCounts } from '../auth/addresses.ts';
import type { Db } from '../db/database.ts';
import type { Services } from '../http/context.ts';
import { speaking, t } from '../i18n/i18n.ts';
import { letter } from '../mail/letter.ts';
import { sendLater } from '../mail/send-later.ts';
import { choiceUnder, type Hearing, hearingAt } from './hearing.ts';
import { nextLetter } from './letter-times.ts';
import { leaveToNextLetter, markTold } from './told.ts';

/** Somebody who can be written to, and how. */
export interface Addressee {
  /** The organisation that writes to them. */
  organisationId: string;
  organisation: string;
  personId: string;
  name: string;
  givenName: string;
  address: string;
  locale: string;
  zone: string;
  /** How they wish to hear of what waits for them. */
  hearing: Hearing;
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
    .leftJoin('reminder_choice as r', 'r.owner_id', 'm.person_id')
    .select([
      'm.owner_id as organisationId',
      'o.name as organisation',
      'p.id as personId',
      'p.name',
      'p.given_name as givenName',
      'o.time_zone as zone',
      'o.locale as organisationLocale',
      'm.working_days as workingDays',
      choiceUnder('r').as('choice'),
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
  return rows.flatMap(({ choice, organisationLocale, workingDays, address, ...person }) => {
    const hearing = hearingAt(choice, organisationLocale, workingDays);
    return address === null || hearing.rhythm === 'never' ? [] : [{ ...person, address, hearing }];
  });
}

export interface MailWords {
  subject: string;
  paragraphs: readonly string[];
  /** Several things with a page each; `href` is a path of this site. */
  list?: readonly { says: string; href: string }[];
  /** The one thing to do; `href` is a path of this site. */
  link: { label: string; href: string };
  because: string;
}

/**
 * Writes to somebody of something that happened, when they wish to hear: now, or, where it is quiet for them or
 * they hear by the day or the week, later. What stands in their list anyway is then left to the letter in which
 * everything is that waits for them by that time; only what stands nowhere is written now and sent later.
 *
 * @param id the same for the same letter: given again, as when a handler is told twice, it makes no second one
 * @param about what it tells of: notices with these ids, subjects or items, of which no other letter need tell
 * @param tx the transaction of whatever causes it
 */
export async function writeTo(
  services: Services,
  to: Addressee,
  id: string,
  words: () => MailWords,
  { about = [], tx = services.db }: { about?: readonly string[]; tx?: Db } = {},
): Promise<void> {
  const now = services.now();
  const at = nextLetter(to.hearing, now, to.zone);
  if (at === null) return;
  if (at > now && (await leaveToNextLetter(tx, to.personId, about))) return;
  await markTold(tx, to.personId, about, now);
  await post(services, to, id, words, { tx, at });
}

/** Puts a letter to somebody into the outbox, in their language, with how to have other or no such mail. */
export async function post(
  services: Services,
  to: Addressee,
  id: string,
  words: () => MailWords,
  { tx = services.db, at = services.now() }: { tx?: Db; at?: Date } = {},
): Promise<void> {
  const now = services.now();
  const tongue = { locale: to.locale, zone: to.zone, now };
  const url = (href: string): string => `${services.address()}${href}`;
  const { subject, ...parts } = speaking(tongue, () => {
    const { subject: about, paragraphs, list, link, because } = words();
    return {
      subject: about,
      ...letter({
        greeting: t('Dear {name},', { name: to.givenName }),
        paragraphs,
        list: (list ?? []).map(({ says, href }) => ({ label: says, url: url(href) })),
        link: { label: link.label, url: url(link.href) },
        why: {
          because,
          toStop: t('To choose when we write, or to have no such mail, open this page: {address}', {
            address: url('/me/notices'),
          }),
        },
        language: to.locale,
      }),
    };
  });
  const mail = { to: to.address, subject, ...parts, id: `${id}:${to.personId}` };
  await sendLater(tx, to.organisationId, mail, now, at);
}
