import { z } from 'zod';
import { action, see, show } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { feedLinkPage } from './feed-link.page.ts';
import { endFeedLinks, insertFeedLink } from './feed-link.queries.ts';
import { newAddress } from './new-address.view.ts';

const common = { purpose: 'learning', access: 'signed-in', input: z.object({}), page: feedLinkPage } as const;

/** Makes a secret address, shown this once; one that was in use ends. */
export const makeFeedLink = action('/me/calendar/link', {
  ...common,
  async run(change) {
    const { tx, who, organisationId, now } = change;
    await endFeedLinks(tx, who.personId, organisationId, now);
    const secret = await insertFeedLink(tx, who.personId, organisationId, now);
    await change.record({ ownerId: who.personId, kind: 'calendar-link.made' });
    return show(() =>
      newAddress({
        address: `${change.services.address()}/calendar/${secret}.ics`,
        ...(who.standing.kind === 'staff' || who.standing.kind === 'pupil'
          ? { lessons: `${change.services.address()}/calendar/lessons/${secret}.ics` }
          : {}),
        from: { label: t('My calendar elsewhere'), href: '/me/calendar/link' },
        trail: [{ label: t('My calendar'), href: '/me/calendar' }],
      }),
    );
  },
});

export const endFeedLink = action('/me/calendar/link/end', {
  ...common,
  async run(change) {
    await endFeedLinks(change.tx, change.who.personId, change.organisationId, change.now);
    await change.record({ ownerId: change.who.personId, kind: 'calendar-link.ended' });
    return see(
      '/me/calendar/link',
      t('The address has ended. Calendars that used it no longer see anything.'),
    );
  },
});
