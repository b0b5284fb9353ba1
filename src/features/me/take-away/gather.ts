import type { Db } from '#platform/db/database.ts';
import type { Feature, TakeAwaySection } from '#platform/http/feature.ts';
import { selectOrganisationIds } from '../me.queries.ts';
import { aboutMe } from './about-me.ts';

/** What a person may take away: their own part of every room, in all the organisations they belong or belonged to. */
export async function gather(
  db: Db,
  features: readonly Feature[],
  personId: string,
  now: Date,
): Promise<TakeAwaySection[]> {
  const organisationIds = await selectOrganisationIds(db, personId);
  const sections = [...(await aboutMe(db, features, personId, now))];
  // One after another: a person asks for this seldom, and pages should not wait for connections meanwhile.
  for (const { takeAway } of features)
    if (takeAway) sections.push(...(await takeAway(db, personId, organisationIds)));
  return sections.filter(({ entries, stays }) => entries.length > 0 || stays !== '');
}

export const filesIn = (section: TakeAwaySection): number =>
  section.entries.reduce((sum, { files = [] }) => sum + files.length, 0);
