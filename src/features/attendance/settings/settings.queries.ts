import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';

/** What a school has settled about attendance. Times are by its own clock, '10:30'. */
export interface Settings {
  listAt: string;
  accountedBy: string;
  /** Hundredths of the possible sessions. */
  threshold: number;
  letter: string;
  online: boolean;
  textsTo: string;
  textsOn: boolean;
  /** 0 where nothing was settled yet. */
  version: number;
}

/** What holds where a school has settled nothing. */
export const usualSettings: Settings = {
  listAt: '09:30',
  accountedBy: '10:30',
  threshold: 90,
  letter: '',
  online: true,
  textsTo: '',
  textsOn: false,
  version: 0,
};

export const settingsList = (owner: string): List<Settings> =>
  list<Settings>(sql`select to_char(s.list_at, 'HH24:MI') as "listAt", to_char(s.accounted_by, 'HH24:MI') as "accountedBy",
      s.threshold, s.letter, s.online, s.texts_to as "textsTo", s.texts_on as "textsOn", s.version
    from attendance_settings s where s.owner_id = ${owner}`);

export async function selectSettings(db: Db, owner: string): Promise<Settings> {
  const { rows } = await sql<Settings>`${settingsList(owner).select}`.execute(db);
  return rows[0] ?? usualSettings;
}
