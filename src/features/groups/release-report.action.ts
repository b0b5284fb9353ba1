import { z } from 'zod';
import { type Grant, principals, shareItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, lockProgramme } from '#features/programmes/index.ts';
import { cycleReportPage } from './cycle-report.page.ts';
import { cycleReportPolicy } from './cycle-report.policy.ts';
import { openCycle } from './open-cycle.ts';

/** The group gives the report of a cycle to the school, or takes it back. */
const setReleased = (below: 'release' | 'take-back') =>
  action(`/groups/:programme/cycles/:cycle/${below}`, {
    purpose: 'learning',
    access: groupPolicy,
    page: cycleReportPage,
    input: z.object({}),
    async run(change) {
      const seen = await openCycle(change);
      change.who.must('release', cycleReportPolicy, seen.item);
      await lockProgramme(change.tx, seen.programme);
      // Whoever waited here sees what the other did.
      const { programme, cycle, item, parts } = await openCycle(change);
      const gives = below === 'release';
      if (gives === (cycle.releasedAt !== null))
        throw new Refused(gives ? t('The school has it already.') : t('It is the group’s own already.'));
      if (gives && parts.every(({ text }) => text === ''))
        throw new Refused(t('Nothing is written in this report yet.'));
      await change.tx
        .updateTable('group_cycle')
        .set(
          gives
            ? { released_at: change.now, released_by: change.who.personId }
            : { released_at: null, released_by: null },
        )
        .where('owner_id', '=', item.ownerId)
        .where('id', '=', cycle.id)
        .execute();
      const grants: Grant[] = gives
        ? [{ principal: principals.kind(change.organisationId, 'staff'), ability: 'read' }]
        : [];
      await shareItem(change.tx, item, grants, change.now);
      await change.record({
        kind: gives ? 'cycle-report.released' : 'cycle-report.taken-back',
        itemId: cycle.id,
        body: { slug: programme.slug, programme: programme.id, cycle: cycle.number },
        tell: true,
      });
      const here = groupHref(programme, `cycles/${cycle.number}`);
      return gives
        ? see(`${here}/report`, t('The school has the report now.'), `${here}/take-back`)
        : see(`${here}/report`, t('The report is the group’s own again.'), `${here}/release`);
    },
  });

export const releaseReport = setReleased('release');
export const takeBackReport = setReleased('take-back');
