import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { choice, line, prose, version, wholeNumber } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { keepPath } from '../addresses.ts';
import { behaviourKeepers } from '../behaviour.access.ts';
import { behaviourSettingsPage } from './behaviour-settings.page.ts';
import { rewardInWords, rewardOf, rewardPage } from './reward.page.ts';
import { counted, insertReward, setRewardEnded, spans, updateReward } from './reward.queries.ts';

const common = { purpose: 'administration', access: roles(...behaviourKeepers) } as const;

const fields = {
  name: line('Write what it is called.', 60),
  words: prose('Write what its certificate says.', 300),
  needed: wholeNumber(1, 10_000),
  counts: choice(counted),
  span: choice(spans),
};

export const addReward = action(`${keepPath}/rewards`, {
  ...common,
  page: behaviourSettingsPage,
  input: z.object(fields),
  async run(change, input) {
    const id = await insertReward(change.tx, change.organisationId, input, change.now);
    await change.record({ kind: 'behaviour-reward.added', itemId: id, body: {}, tell: true });
    return see(keepPath, t('{name} is added.', { name: input.name }), `${keepPath}/rewards/${id}/end`);
  },
});

export const changeReward = action(`${keepPath}/rewards/:reward`, {
  ...common,
  page: rewardPage,
  input: z.object({ ...fields, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const reward = await rewardOf(change);
    if (!(await updateReward(change.tx, change.organisationId, { id: reward.id, version: shown }, sent)))
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: reward.id },
        {
          version: reward.version,
          fields: [
            { name: 'name', label: t('What it is called'), text: reward.name },
            { name: 'words', label: t('What its certificate says'), text: reward.words },
          ],
        },
        change.now,
      );
    await change.record({
      kind: 'behaviour-reward.changed',
      itemId: reward.id,
      body: { before: rewardInWords(reward), after: rewardInWords(sent) },
      tell: true,
    });
    return see(keepPath, t('{name} is saved.', { name: sent.name }));
  },
});

/** Nobody reaches it any more; what was given stays given. */
export const endReward = action(`${keepPath}/rewards/:reward/end`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const { id, name } = await rewardOf(change);
    await setRewardEnded(change.tx, change.organisationId, id, change.now);
    await change.record({ kind: 'behaviour-reward.ended', itemId: id, tell: true });
    return see(keepPath, t('{name} is taken off the list.', { name }), `${keepPath}/rewards/${id}/restore`);
  },
});

export const restoreReward = action(`${keepPath}/rewards/:reward/restore`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const { id, name } = await rewardOf(change);
    await setRewardEnded(change.tx, change.organisationId, id, null);
    await change.record({ kind: 'behaviour-reward.restored', itemId: id, tell: true });
    return see(keepPath, t('{name} is back.', { name }), `${keepPath}/rewards/${id}/end`);
  },
});
