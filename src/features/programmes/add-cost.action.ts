import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { choice, line } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { designPage } from './design.page.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { costKinds } from './words.ts';

/** An amount as people write it: 1,200 or £99.50, in the school's currency. */
const money = z
  .string({ error: 'Write the amount.' })
  .trim()
  .min(1, 'Write the amount.')
  .transform((text) => Number(text.replace(/[\s£€$]|,(?=\d{3}(?:\D|$))/g, '').replace(',', '.')))
  .refine((n) => Number.isFinite(n) && n >= 0 && n <= 9_999_999, 'Write an amount such as 240 or 99.50.');

/** Adds a cost to the plan. */
export const addCostAction = action('/programmes/:programme/design/costs', {
  purpose: 'learning',
  access: programmePolicy,
  page: designPage,
  input: z.object({
    about: line('Say what it is for.'),
    kind: choice(costKinds, 'Choose what kind of cost it is.'),
    amount: money,
  }),
  async run(change, cost) {
    const { programme } = await openLedProgramme(change, 'design');
    const id = newId(change.now);
    await change.tx
      .insertInto('programme_cost')
      .values({
        ...cost,
        owner_id: programme.owner_id,
        id,
        programme_id: programme.id,
        created_at: change.now,
        ended_at: null,
      })
      .execute();
    await change.record({ kind: 'programme.designed', itemId: programme.id, body: { cost: id } });
    return see(
      programmeHref(programme, 'design#costs'),
      t('The cost is added.'),
      programmeHref(programme, `design/costs/${id}/remove`),
    );
  },
});
