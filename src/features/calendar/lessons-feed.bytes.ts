import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { addDays, today } from '#platform/calendar/dates.ts';
import { NotFound } from '#platform/errors.ts';
import type { Feature } from '#platform/http/feature.ts';
import { publicBytes } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lessonsCalendar } from '#features/timetable/index.ts';
import { entriesWithCancelled } from './entries.ts';
import { selectFeedOwner } from './feed-link.queries.ts';
import { feedText } from './feed-text.ts';

const sources = (): readonly Feature[] => [{ name: 'lessons', routes: [], calendar: lessonsCalendar }];
const selectEntries = entriesWithCancelled(sources);

/** In days: a timetable changes, so what lies further ahead is not promised. */
const span = { back: 14, forward: 56 };

/**
 * A person's own lessons as their calendar program reads them, under the secret of their calendar: a calendar of its
 * own, that one adds or leaves.
 */
export const lessonsFeedBytes = publicBytes('/calendar/lessons/:secret.ics', {
  purpose: 'administration',
  async send({ db, params, now, services }) {
    const owner = await selectFeedOwner(db, params.secret ?? '', now);
    if (!owner) throw new NotFound();
    const { person, organisation } = owner;
    const on = today(now, organisation.zone);
    const standing = await selectStanding(db, person, organisation, on);
    if (standing.kind === null) throw new NotFound();
    return feedText({
      name: () => t('Lessons, {school}', { school: organisation.name }),
      tongue: { locale: person.locale, zone: organisation.zone },
      on,
      found: await selectEntries(db, new Who(standing, 'administration'), {
        from: addDays(on, -span.back),
        until: addDays(on, span.forward),
      }),
      features: sources(),
      address: services.address(),
    });
  },
});
