import { z } from 'zod';
import type { Who } from '#platform/access/who.ts';
import { insertItem } from '#platform/access/items.ts';
import { Stale } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref } from './addresses.ts';
import { groupPolicy, keyPolicy } from './evaluation.policy.ts';
import type { Pupil } from './group.ts';
import { keyPage } from './key.page.ts';
import { type Key, selectKey } from './key.queries.ts';
import { openGroup } from './open-group.ts';

/** Saves the teacher's own list of who is who. No older text of it is kept. */
export const saveKey = action('/programmes/:programme/evaluation/groups/:group/who-is-who', {
  purpose: 'evaluation',
  access: groupPolicy,
  page: keyPage,
  input: z.looseObject({ version: version() }),
  async run(change, sent) {
    const { programme, group, item } = await openGroup(change, 'keep');
    const { tx, now, who } = change;
    const key = await selectKey(tx, who.personId, group.id);
    const names = namesIn(sent, group.pupils);
    if (key) {
      if (key.version !== sent.version) throw stale(key, group.pupils, who);
      await change.open(keyPolicy, key.id, who.personId);
      await tx
        .updateTable('evaluation_key')
        .set({ names: JSON.stringify(names), version: key.version + 1, updated_at: now })
        .where('owner_id', '=', who.personId)
        .where('id', '=', key.id)
        .execute();
    } else {
      const id = await insertItem(
        tx,
        { ownerId: who.personId, policy: keyPolicy, authorId: who.personId },
        now,
      );
      await tx
        .insertInto('evaluation_key')
        .values({
          owner_id: who.personId,
          id,
          organisation_id: item.ownerId,
          group_id: group.id,
          names: JSON.stringify(names),
          version: 1,
          updated_at: now,
        })
        .execute();
    }
    await change.record({ kind: 'evaluation.key-saved', ownerId: who.personId });
    return see(groupHref(programme, group, 'who-is-who'), t('Your list is saved. Only you can open it.'));
  },
});

const namesIn = (sent: Readonly<Record<string, unknown>>, pupils: readonly Pupil[]): Record<string, string> =>
  Object.fromEntries(
    pupils.flatMap(({ id }) => {
      const name = sent[`name-${id}`];
      return typeof name === 'string' && name.trim() ? [[id, name.trim().slice(0, 120)]] : [];
    }),
  );

const stale = (key: Key, pupils: readonly Pupil[], { personId, standing }: Who): Stale =>
  new Stale({
    version: key.version,
    writerId: personId,
    writtenBy: standing.name,
    writtenAt: key.updatedAt,
    fields: pupils.map(({ id, code }) => ({ name: `name-${id}`, label: code, text: key.names[id] ?? '' })),
  });
