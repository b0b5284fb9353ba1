import { z } from 'zod';
import { action, see, show } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openProgramme, programmeHref, programmePolicy, programmeTrail } from '#features/programmes/index.ts';
import { newAddress } from './new-address.view.ts';
import { programmeCalendarPage } from './programme-calendar.page.ts';
import { endProgrammeLinks, insertProgrammeLink } from './programme-link.queries.ts';

const common = {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  page: programmeCalendarPage,
} as const;

/** Makes a secret address of a programme's calendar, shown this once; one of the same person's that was in use ends. */
export const makeProgrammeLink = action('/programmes/:programme/calendar', {
  ...common,
  async run(change) {
    const { programme } = await openProgramme(change, 'join');
    const { owner_id: ownerId, id: programmeId } = programme;
    const member = { ownerId, programmeId, personId: change.who.personId };
    await endProgrammeLinks(change.tx, member, change.now);
    const secret = await insertProgrammeLink(change.tx, member, change.now);
    await change.record({ kind: 'programme-calendar.made', itemId: programmeId });
    return show(() =>
      newAddress({
        address: `${change.services.address()}/calendar/${ownerId}/${secret}.ics`,
        from: { label: t('Calendar'), href: programmeHref(programme, 'calendar') },
        trail: programmeTrail(programme),
      }),
    );
  },
});

export const endProgrammeLink = action('/programmes/:programme/calendar/end', {
  ...common,
  async run(change) {
    const { programme } = await openProgramme(change, 'join');
    const { owner_id: ownerId, id: programmeId } = programme;
    await endProgrammeLinks(change.tx, { ownerId, programmeId, personId: change.who.personId }, change.now);
    await change.record({ kind: 'programme-calendar.ended', itemId: programmeId });
    return see(
      programmeHref(programme, 'calendar'),
      t('The address has ended. Calendars that used it no longer see anything.'),
    );
  },
});
