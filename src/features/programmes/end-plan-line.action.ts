import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';

/** The lists of a plan from which a line can be taken out and put back. */
const tables = { costs: 'programme_cost', risks: 'programme_risk' } as const;
type PlanLines = keyof typeof tables;

/** Takes a line out of the plan or puts it back; each is the other's undo. */
const planLineEnding = (lines: PlanLines, act: 'remove' | 'restore') =>
  action(`/programmes/:programme/design/${lines}/:line/${act}`, {
    purpose: 'learning',
    access: programmePolicy,
    input: z.object({}),
    async run(change) {
      const { programme } = await openLedProgramme(change, 'design');
      const { line = '' } = change.params;
      const ended =
        isId(line) &&
        (await sql`update ${sql.table(tables[lines])} set ended_at = ${act === 'remove' ? change.now : null}
          where owner_id = ${programme.owner_id} and programme_id = ${programme.id} and id = ${line}`.execute(
          change.tx,
        ));
      if (!ended || ended.numAffectedRows !== 1n) throw new NotFound();
      await change.record({
        kind: 'programme.designed',
        itemId: programme.id,
        body: { [lines]: line, removed: act === 'remove' },
      });
      return see(
        programmeHref(programme, `design#${lines}`),
        act === 'remove' ? t('It is taken out.') : t('It is back.'),
        programmeHref(programme, `design/${lines}/${line}/${act === 'remove' ? 'restore' : 'remove'}`),
      );
    },
  });

export const endPlanLineActions = [
  planLineEnding('costs', 'remove'),
  planLineEnding('costs', 'restore'),
  planLineEnding('risks', 'remove'),
  planLineEnding('risks', 'restore'),
];
