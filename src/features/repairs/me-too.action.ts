import { z } from 'zod';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRepair } from './open-repair.ts';
import { repairPolicy } from './repair.policy.ts';
import { repairHref } from './repair.ts';

const common = { purpose: 'administration', access: repairPolicy, input: z.object({}) } as const;

/** Says that one has the same trouble, instead of reporting it again; one hears then as its reporter does. */
export const sayMeToo = action('/repairs/:repair/too', {
  ...common,
  async run(change) {
    const { repair } = await openRepair(change);
    const { tx, organisationId, who, now } = change;
    await tx
      .insertInto('repair_me_too')
      .values({ owner_id: organisationId, repair_id: repair.id, person_id: who.personId, said_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_id', 'repair_id', 'person_id'])
          .doUpdateSet({ said_at: now, ended_at: null }),
      )
      .execute();
    await change.record({ kind: 'repair.me-too', itemId: repair.id, tell: true });
    return see(
      repairHref(repair.id),
      t('Noted. You hear when something moves.'),
      repairHref(repair.id, 'not-too'),
    );
  },
});

export const sayNotToo = action('/repairs/:repair/not-too', {
  ...common,
  async run(change) {
    const { repair } = await openRepair(change);
    await change.tx
      .updateTable('repair_me_too')
      .set({ ended_at: change.now })
      .where('owner_id', '=', change.organisationId)
      .where('repair_id', '=', repair.id)
      .where('person_id', '=', change.who.personId)
      .where('ended_at', 'is', null)
      .execute();
    await change.record({ kind: 'repair.not-too', itemId: repair.id, tell: true });
    return see(repairHref(repair.id), t('Noted.'), repairHref(repair.id, 'too'));
  },
});
