import { selectStanding } from '#platform/access/standing.ts';
import { type Standing, Who } from '#platform/access/who.ts';
import { today } from '#platform/calendar/dates.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { publicBytes } from '#platform/http/route.ts';
import { programmes } from '#features/programmes/index.ts';
import { entriesWithCancelled } from './entries.ts';
import { daysOfFeed, feedText } from './feed-text.ts';
import { selectProgrammeFeed } from './programme-link.queries.ts';

const sources = () => [programmes];
const selectEntries = entriesWithCancelled(sources);

/**
 * The steps of one programme as calendar programs read them, found by a member's secret address alone. It shows
 * what the calendar of that member would show of the programme now, and nothing once they have left it or the
 * school. The address names the school, whose rows alone are looked at.
 */
export const programmeFeedBytes = publicBytes('/calendar/:school/:secret.ics', {
  purpose: 'learning',
  async send({ db, params, now, services }) {
    const { school = '', secret = '' } = params;
    const feed = isId(school) ? await selectProgrammeFeed(db, school, secret) : undefined;
    if (!feed) throw new NotFound();
    const { person, organisation, programme } = feed;
    const on = today(now, organisation.zone);
    const standing = inProgramme(await selectStanding(db, person, organisation, on), programme.id);
    if (!standing) throw new NotFound();
    return feedText({
      name: () => programme.title,
      tongue: { locale: person.locale, zone: organisation.zone },
      on,
      found: await selectEntries(db, new Who(standing, 'learning'), daysOfFeed(on)),
      features: sources(),
      address: services.address(),
    });
  },
});

/** The same standing, in this programme alone; undefined for somebody who is not in it, or not at the school. */
function inProgramme(standing: Standing, programmeId: string): Standing | undefined {
  const parts = standing.circles.get(programmeId);
  if (standing.kind === null || !parts) return undefined;
  return { ...standing, circles: new Map([[programmeId, parts]]) };
}
