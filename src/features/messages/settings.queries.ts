import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { weekendOf } from '#platform/notices/hearing.ts';
import type { QuietTime } from '#platform/notices/quiet-time.ts';

/** How a school wishes its messages. */
export interface MessageSettings {
  quietFrom: string | null;
  quietUntil: string | null;
  /** 1 is Monday; null for the weekend of where the school is. */
  quietDays: readonly number[] | null;
  flagWords: readonly string[];
  flagMode: 'hold' | 'show';
  hoursToLead: number;
  hoursToHead: number;
  watchers: readonly string[];
  /** 0 where nobody has set anything yet. */
  version: number;
}

export const usualHoursToLead = 24;

/** What goes where nobody has set anything: evenings and weekends are quiet, and no words are chosen for a school. */
const usual: MessageSettings = {
  quietFrom: '18:00',
  quietUntil: '07:30',
  quietDays: null,
  flagWords: [],
  flagMode: 'hold',
  hoursToLead: usualHoursToLead,
  hoursToHead: 48,
  watchers: [],
  version: 0,
};

/** The settings of a school, with its time zone and what its quiet time comes to. */
export async function selectSettings(
  db: Db,
  owner: string,
): Promise<{ settings: MessageSettings; zone: string; quiet: QuietTime; locale: string }> {
  const { rows } = await sql<{ zone: string; locale: string; settings: MessageSettings | null }>`
    select o.time_zone as zone, o.locale, case when s.owner_id is not null then json_build_object(
        'quietFrom', s.quiet_from, 'quietUntil', s.quiet_until, 'quietDays', s.quiet_days,
        'flagWords', s.flag_words, 'flagMode', s.flag_mode, 'hoursToLead', s.hours_to_lead,
        'hoursToHead', s.hours_to_head, 'watchers', s.watchers, 'version', s.version) end as settings
    from organisation o left join message_settings s on s.owner_id = ${owner}
    where o.id = ${owner}`.execute(db);
  const { zone, locale, settings } = rows[0]!;
  const stands = settings ?? usual;
  return { settings: stands, zone, locale, quiet: quietOf(stands, locale) };
}

const quietOf = ({ quietFrom, quietUntil, quietDays }: MessageSettings, locale: string): QuietTime => ({
  hours: quietFrom !== null && quietUntil !== null ? { from: quietFrom, until: quietUntil } : null,
  days: quietDays ?? weekendOf(locale),
});

/** Saves them over the version that was shown; false when that is not the one that stands. */
export async function saveSettings(
  tx: Db,
  owner: string,
  settings: MessageSettings,
  { by, now }: { by: string; now: Date },
): Promise<boolean> {
  const columns = {
    quiet_from: settings.quietFrom,
    quiet_until: settings.quietUntil,
    quiet_days: settings.quietDays === null ? null : [...settings.quietDays],
    flag_words: [...settings.flagWords],
    flag_mode: settings.flagMode,
    hours_to_lead: settings.hoursToLead,
    hours_to_head: settings.hoursToHead,
    watchers: [...settings.watchers],
    version: settings.version + 1,
    changed_by: by,
    changed_at: now,
  };
  const saved =
    settings.version === 0
      ? await tx
          .insertInto('message_settings')
          .values({ owner_id: owner, ...columns })
          .onConflict((conflict) => conflict.column('owner_id').doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('message_settings')
          .set(columns)
          .where('owner_id', '=', owner)
          .where('version', '=', settings.version)
          .returning('version')
          .executeTakeFirst();
  return saved !== undefined;
}
