import { z } from 'zod';
import type { Feature } from '#platform/http/feature.ts';
import { action } from '#platform/http/route.ts';
import { speaking } from '#platform/i18n/i18n.ts';
import { packArchive } from './archive.ts';
import { filesIn, gather } from './gather.ts';
import { takeAwayDocument } from './take-away-document.ts';
import { takeAwayHtml } from './take-away-html.ts';

/** Makes the archive of what is one's own and sends it as one file. */
export const makeArchiveAction = (features: () => readonly Feature[]) =>
  action('/me/take-away', {
    purpose: 'learning',
    access: 'signed-in',
    input: z.object({}),

    async run(change) {
      const { personId, name, locale, organisation } = change.who.standing;
      const sections = await gather(change.tx, features(), personId, change.now);
      const about = { name, school: organisation.name, madeAt: change.now };
      const document = takeAwayDocument(sections, about);
      const page = speaking({ locale, zone: organisation.zone }, () => takeAwayHtml(document).toString());
      await change.record({
        ownerId: personId,
        kind: 'take-away.made',
        body: {
          entries: sections.reduce((sum, { entries }) => sum + entries.length, 0),
          files: sections.reduce((sum, section) => sum + filesIn(section), 0),
        },
      });
      return {
        body: packArchive(document, page, change.services.storage),
        type: 'application/zip',
        saveAs: `staffroom ${name} ${change.today}.zip`,
      };
    },
  });
