import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { NotFound } from '#platform/errors.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy } from '#features/programmes/index.ts';
import { openRunningGroup } from './people/people-open.ts';
import { cyclesPage } from './cycles.page.ts';
import { selectCycle } from './cycles.queries.ts';

/** Puts the question of a cycle in other words; the earlier ones are kept. */
export const saveQuestion = action('/groups/:programme/cycles/:cycle/question', {
  purpose: 'learning',
  access: groupPolicy,
  page: cyclesPage,
  input: z.object({ question: optionalProse(2000), version: version() }),
  async run(change, { question, version: shown }) {
    const { programme } = await openRunningGroup(change, 'takePart');
    const cycle = await selectCycle(change.tx, programme, change.params.cycle);
    if (!cycle) throw new NotFound('There is no such cycle.');
    const of = { ownerId: cycle.owner_id, id: cycle.id };
    const written = await change.tx
      .updateTable('group_cycle')
      .set({ question, version: shown + 1 })
      .where('owner_id', '=', cycle.owner_id)
      .where('id', '=', cycle.id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (written.numUpdatedRows === 0n) {
      const now = (await selectCycle(change.tx, programme, change.params.cycle)) ?? cycle;
      return throwStale(
        change.tx,
        of,
        {
          version: now.version,
          fields: [{ name: 'question', label: t('What we want to find out'), text: now.question }],
        },
        now.begun_at,
      );
    }
    await keepText(change.tx, of, shown, { question: cycle.question }, cycle.begun_by, cycle.begun_at);
    await keepText(change.tx, of, shown + 1, { question }, change.who.personId, change.now);
    await change.record({ kind: 'cycle.question', itemId: cycle.id, body: { cycle: cycle.number } });
    return see(`${groupHref(programme, 'cycles')}#cycle-${cycle.number}`, t('The question is saved.'));
  },
});
