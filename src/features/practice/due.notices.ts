import { sql } from 'kysely';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { remindOf } from '#platform/notices/remind-of.ts';
import { settle } from '#platform/notices/notices.ts';
import { t } from '#platform/i18n/i18n.ts';
import { myPractice } from './addresses.ts';

/** The kinds of notice of what one practises. */
export const practiceNotices = {
  'practice.due': () => t('Meet again what you practise: does it go by itself yet?'),
  'practice.shared': () => t('Read what a colleague practises and shared with you'),
} satisfies Record<string, () => string>;

const subjectKey = 'practice';

/**
 * One notice for all that is due of a person's practice in a school, however many there are; none when nothing is.
 * Worked out from the looks as they stand, so that saying it twice changes nothing.
 */
export async function settleDue(
  db: Db,
  of: { personId: string; organisationId: string; today: string; zone: string },
  now: Date,
): Promise<void> {
  const { personId, organisationId: fromOwner, today, zone } = of;
  const { rows } = await sql<{ latest: string | null }>`
    select max(l.due_on)::text as latest
    from practice_look l join practice x on x.owner_id = l.owner_id and x.id = l.practice_id
    join item i on i.owner_id = x.owner_id and i.id = x.id
    where l.owner_id = ${personId} and x.organisation_id = ${fromOwner} and l.due_on <= ${today}::date
      and l.looked_at is null and l.ended_at is null and i.ended_at is null`.execute(db);
  const latest = rows[0]?.latest;
  const kind = 'practice.due';
  if (latest) {
    const dueAt = instantAt(latest, '07:00', zone);
    const notice = { personId, fromOwner, kind, subjectKey, itemId: null, href: myPractice, dueAt };
    await remindOf(db, [notice], now);
  } else await settle(db, { personIds: [personId], fromOwner, kind, subjectKey }, now);
}
