import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { line, optionalLine } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { designPage } from './design.page.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';

/** Adds to the plan something that may get in the way. */
export const addRiskAction = action('/programmes/:programme/design/risks', {
  purpose: 'learning',
  access: programmePolicy,
  page: designPage,
  input: z.object({ risk: line('Say what may get in the way.', 500), response: optionalLine(500) }),
  async run(change, risk) {
    const { programme } = await openLedProgramme(change, 'design');
    const id = newId(change.now);
    await change.tx
      .insertInto('programme_risk')
      .values({
        ...risk,
        owner_id: programme.owner_id,
        id,
        programme_id: programme.id,
        created_at: change.now,
        ended_at: null,
      })
      .execute();
    await change.record({ kind: 'programme.designed', itemId: programme.id, body: { risk: id } });
    return see(
      programmeHref(programme, 'design#risks'),
      t('The risk is added.'),
      programmeHref(programme, `design/risks/${id}/remove`),
    );
  },
});
