import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { addDays, today } from '#platform/calendar/dates.ts';
import { calendarFeed } from '#platform/calendar/feed.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import { NotFound } from '#platform/errors.ts';
import type { CalendarEntry, Feature } from '#platform/http/feature.ts';
import { publicBytes } from '#platform/http/route.ts';
import { speaking, t } from '#platform/i18n/i18n.ts';
import { entriesAlone, inWords } from './entries.ts';
import { selectFeedOwner } from './feed-link.queries.ts';

/** How far the feed looks back and forward, in days. */
const span = { back: 60, forward: 400 };

/**
 * A person's calendar as their calendar program reads it, found by its secret address alone. It shows
 * what the person would see if they were signed in now, and nothing once they have left.
 */
export const feedBytes = (features: () => readonly Feature[]) => {
  const selectEntries = entriesAlone(features);
  return publicBytes('/calendar/:secret.ics', {
    purpose: 'learning',
    async send({ db, params, now, services }) {
      const owner = await selectFeedOwner(db, params.secret ?? '', now);
      if (!owner) throw new NotFound();
      const { person, organisation } = owner;
      const on = today(now, organisation.zone);
      const standing = await selectStanding(db, person, organisation, on);
      if (standing.kind === null) throw new NotFound();
      const found = await selectEntries(db, new Who(standing, 'learning'), {
        from: addDays(on, -span.back),
        until: addDays(on, span.forward),
      });
      const tongue = { locale: person.locale, zone: organisation.zone };
      return {
        type: 'text/calendar; charset=utf-8',
        body: speaking(tongue, () =>
          calendarFeed({
            name: t('Staffroom, {school}', { school: organisation.name }),
            zone: organisation.zone,
            events: inWords(found, features()).map((entry) =>
              eventOf(entry, organisation.zone, services.address()),
            ),
          }),
        ),
      };
    },
  });
};

function eventOf(entry: CalendarEntry, zone: string, address: string) {
  const common = {
    id: entry.id,
    title: entry.title,
    url: `${address}${entry.href}`,
    updatedAt: entry.changedAt,
    ...(entry.place ? { place: entry.place } : {}),
  };
  if (entry.startsAt === null) return { ...common, on: entry.on };
  const startsAt = instantAt(entry.on, entry.startsAt, zone);
  return {
    ...common,
    startsAt,
    ...(entry.minutes > 0 ? { endsAt: new Date(startsAt.getTime() + entry.minutes * 60_000) } : {}),
  };
}
