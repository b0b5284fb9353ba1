import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { insertItem } from '#platform/access/items.ts';
import { Stale } from '#platform/errors.ts';
import { prose, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmePolicy } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import { openStep } from './open-step.ts';
import { ownReflectionPage } from './reflection.page.ts';
import { reflectionPolicy } from './sessions.policy.ts';

/** Keeps what one makes of a step. Throws `Stale` when another window of one's own was quicker. */
export const saveReflection = action('/programmes/:programme/steps/:number/reflection', {
  purpose: 'learning',
  access: programmePolicy,
  page: ownReflectionPage,
  input: z.object({ text: prose('Write down what you make of it.'), version: version() }),
  async run(change, { text, version: shown }) {
    const { programme, step } = await openStep(change, 'join');
    const { tx, now, who } = change;
    const before = await tx
      .selectFrom('reflection')
      .selectAll()
      .where('owner_id', '=', who.personId)
      .where('step_id', '=', step.id)
      .forUpdate()
      .executeTakeFirst();
    if (before && before.version !== shown)
      throw new Stale({
        version: before.version,
        writerId: who.personId,
        writtenBy: who.standing.name,
        writtenAt: before.updated_at,
        fields: [{ name: 'text', label: t('What do you make of it?'), text: before.text }],
      });
    const id =
      before?.id ??
      (await insertItem(
        tx,
        { ownerId: who.personId, policy: reflectionPolicy, authorId: who.personId, excludesManagers: true },
        now,
      ));
    if (before) {
      const of = { ownerId: who.personId, id };
      await keepText(tx, of, before.version, { text: before.text }, who.personId, before.updated_at);
      await tx
        .updateTable('reflection')
        .set({ text, version: shown + 1, updated_at: now })
        .where('owner_id', '=', who.personId)
        .where('id', '=', id)
        .execute();
    } else
      await tx
        .insertInto('reflection')
        .values({
          owner_id: who.personId,
          id,
          organisation_id: change.organisationId,
          programme_id: programme.id,
          step_id: step.id,
          title: step.title,
          text,
          version: 1,
          shared_with: [],
          created_at: now,
          updated_at: now,
        })
        .execute();
    await change.record({ ownerId: who.personId, kind: 'reflection.kept', itemId: id });
    return see(
      belowStep(programme, step, 'reflection'),
      t('It is kept. Only you can read it unless you share it.'),
    );
  },
});
