import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { id as chosenId, optionalDay, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectStaff } from '#features/people/index.ts';
import { readingHref, readingsHref, resourceHref } from '../addresses.ts';
import { openOwnResource } from '../open-resource.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { shareResource } from '../share-resource.ts';
import { askReadingPage } from './ask-reading.page.ts';
import { insertReading } from './reading.queries.ts';

/** Asks a colleague to read a page. From then on they can open it, also outside the bank. */
export const askReading = action(readingsHref(':resource'), {
  purpose: 'learning',
  access: resourcePolicy,
  page: askReadingPage,
  input: z.object({ person: chosenId('Choose a colleague.'), by: optionalDay(), words: optionalProse(1000) }),
  async run(change, { person, by, words }) {
    const { resource, readings, ended } = await openOwnResource(change);
    if (ended) throw new Refused(t('You took this page away. Bring it back first.'));
    const { tx, organisationId: ownerId, who, now, today } = change;
    const staff = await selectStaff(tx, who, today);
    if (person === who.personId || !staff.some(({ personId }) => personId === person))
      throw new Refused({ person: t('Choose one from the list.') });
    if (by !== null && by < today) throw new Refused({ by: t('This day is over.') });
    if (readings.some(({ askedOfId, answeredAt }) => askedOfId === person && answeredAt === null))
      throw new Refused({ person: t('They are asked already.') });
    const id = await insertReading(
      tx,
      { ownerId, authorId: who.personId },
      { resourceId: resource.id, askedOf: person, byDate: by, words },
      now,
    );
    await shareResource(change, resource.id, resource.sharedAt !== null);
    await change.record({
      kind: 'resource.reading-asked',
      itemId: id,
      body: { resourceId: resource.id },
      tell: true,
    });
    return see(
      resourceHref(resource.id),
      t('They are asked. It waits for them on Today.'),
      readingHref(resource.id, id, 'take-back'),
    );
  },
});
