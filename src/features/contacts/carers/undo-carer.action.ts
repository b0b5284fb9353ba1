import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { carerHref, pupilContacts } from '../addresses.ts';
import { contactKeepers } from '../contacts.access.ts';
import { lockCarer, saveCarer, selectVersion } from './save-carer.ts';

/** What stood before a change stands again, as a version of its own; refused once somebody has changed it since. */
export const undoCarer = action(carerHref(':pupil', ':relation', '/undo/:version'), {
  purpose: 'administration',
  access: roles(...contactKeepers),
  input: z.object({}),
  async run(change) {
    const { pupil, relation, version } = change.params;
    const { tx, organisationId: owner } = change;
    const at = { pupilId: pupil!, relationId: relation! };
    const now = await lockCarer(tx, owner, at, change.today);
    const undone = Number(version);
    if (!Number.isInteger(undone)) throw new NotFound();
    if (now.version !== undone)
      throw new Refused(t('This was changed again since. Look at it and change it by hand.'));
    const before = await selectVersion(tx, owner, relation!, undone - 1);
    if (!before) throw new NotFound();
    await saveCarer(tx, owner, now, before, { changedBy: change.who.personId, now: change.now });
    await change.record({
      kind: 'carer.changed',
      itemId: pupil!,
      body: {
        relationId: relation!,
        adultId: now.adultId,
        version: undone + 1,
        told: before.told,
        undone: true,
      },
    });
    return see(pupilContacts(pupil!), t('It is as it was before.'));
  },
});
