import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { fitToSteps, groupHref, groupPolicy, lockProgramme } from '#features/programmes/index.ts';
import { cyclesPage } from './cycles.page.ts';
import { endCycle, hasBegunToHappen, selectCycle, setCycle } from './cycles.queries.ts';
import { openRunningGroup } from './people/people-open.ts';

/** Takes back the beginning of a cycle, as long as nothing has happened in it; its question is kept. */
export const undoCycle = action('/groups/:programme/cycles/:cycle/undo', {
  purpose: 'learning',
  access: groupPolicy,
  page: cyclesPage,
  input: z.object({}),
  async run(change) {
    const { programme } = await openRunningGroup(change, 'takePart');
    const now = await lockProgramme(change.tx, programme);
    const cycle = await selectCycle(change.tx, programme, change.params.cycle);
    if (!cycle || cycle.number !== now || cycle.number === 1) throw new NotFound('There is no such cycle.');
    if (await hasBegunToHappen(change.tx, programme, cycle.number))
      throw new Refused(t('Something has happened in this cycle already, so it stays.'));
    await endCycle(change.tx, programme, cycle, change.now);
    await setCycle(change.tx, programme, cycle.number - 1, change.now);
    await fitToSteps(change, programme);
    await change.record({ kind: 'cycle.undone', itemId: programme.id, body: { cycle: cycle.number } });
    return see(
      `${groupHref(programme, 'cycles')}#next`,
      t('You are in cycle {n} again.', { n: cycle.number - 1 }),
    );
  },
});
