import { NotFound } from '#platform/errors.ts';
import type { Feature } from '#platform/http/feature.ts';
import { bytes, roles } from '#platform/http/route.ts';
import { overriders } from '#features/people/index.ts';
import { openByLaw } from './open-override.ts';
import { selectRequest } from './request.queries.ts';

/** The film or the sound of an item that was opened by law, for the two and while it lasts. */
export const openedMedia = (features: () => readonly Feature[]) =>
  bytes('/school/override/:override/play', {
    purpose: 'safeguarding',
    access: roles(...overriders),
    async send(visit) {
      const request = await selectRequest(visit);
      const item = await openByLaw(visit, request, { noted: false });
      const play = features().find((feature) => feature.presentMedia?.[item.kind])?.presentMedia?.[item.kind];
      if (!play) throw new NotFound('There is nothing to play at this address.');
      return play(visit, item, request.hiddenUntil);
    },
  });
