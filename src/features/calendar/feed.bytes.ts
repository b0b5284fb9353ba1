import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { today } from '#platform/calendar/dates.ts';
import { NotFound } from '#platform/errors.ts';
import type { Feature } from '#platform/http/feature.ts';
import { publicBytes } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { entriesWithCancelled } from './entries.ts';
import { selectFeedOwner } from './feed-link.queries.ts';
import { daysOfFeed, feedText } from './feed-text.ts';

/**
 * A person's calendar as their calendar program reads it, found by its secret address alone. It shows
 * what the person would see if they were signed in now, and nothing once they have left.
 */
export const feedBytes = (features: () => readonly Feature[]) => {
  const selectEntries = entriesWithCancelled(features);
  return publicBytes('/calendar/:secret.ics', {
    purpose: 'learning',
    async send({ db, params, now, services }) {
      const owner = await selectFeedOwner(db, params.secret ?? '', now);
      if (!owner) throw new NotFound();
      const { person, organisation } = owner;
      const on = today(now, organisation.zone);
      const standing = await selectStanding(db, person, organisation, on);
      if (standing.kind === null) throw new NotFound();
      return feedText({
        name: () => t('Staffroom, {school}', { school: organisation.name }),
        tongue: { locale: person.locale, zone: organisation.zone },
        on,
        found: await selectEntries(db, new Who(standing, 'learning'), daysOfFeed(on)),
        features: features(),
        address: services.address(),
      });
    },
  });
};
