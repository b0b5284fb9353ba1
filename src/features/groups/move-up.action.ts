import { z } from 'zod';
import { excludeManagers } from '#platform/access/circles.ts';
import { Refused } from '#platform/errors.ts';
import { wholeNumber } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, lockProgramme } from '#features/programmes/index.ts';
import { keepVersion, protocolOf, protocolToStart } from '#features/protocols/index.ts';
import { openRunningGroup } from './people/people-open.ts';
import { cyclesPage } from './cycles.page.ts';

/** A group chooses another version of its protocol; the steps it has stay as they are. */
export const moveUp = action('/groups/:programme/version', {
  purpose: 'learning',
  access: groupPolicy,
  page: cyclesPage,
  /** Which one comes from the form, or from the address of an undo. */
  input: z.object({ to: wholeNumber(1, 100_000).optional() }),
  async run(change, sent) {
    const to = sent.to ?? Number(change.query.to);
    const { programme } = await openRunningGroup(change, 'takePart');
    await lockProgramme(change.tx, programme);
    const { owner_id: ownerId, template_id: protocol, template_version: from } = programme;
    const newest = await protocolToStart(change.tx, ownerId, protocol);
    // An undo goes back to the version the group was on.
    const wanted =
      newest?.version === to
        ? newest
        : sent.to === undefined && to < from
          ? await protocolOf(change.tx, { ownerId, protocol, version: to })
          : undefined;
    if (wanted?.version !== to) throw new Refused(t('There is no such version to move to.'));
    const excludes = wanted.membership.some(({ rule }) => rule === 'no-line-managers');
    await excludeManagers(change.tx, { ownerId, circleId: programme.id }, excludes);
    await keepVersion(change.tx, ownerId, wanted, change.now);
    await change.tx
      .updateTable('programme')
      .set({ template_version: to, updated_at: change.now })
      .where('owner_id', '=', ownerId)
      .where('id', '=', programme.id)
      .execute();
    await change.record({ kind: 'group.version', itemId: programme.id, body: { from, to } });
    return see(
      groupHref(programme, 'cycles'),
      t('The group is on version {n} now.', { n: to }),
      groupHref(programme, `version?to=${from}`),
    );
  },
});
