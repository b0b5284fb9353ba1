import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { throwStale } from '#platform/audit/text-versions.ts';
import type { Change } from '#platform/http/context.ts';
import { line, optionalProse, prose, version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openStanding } from './open-target.ts';
import { targetHref } from './target.ts';
import { targetPolicy } from './target.policy.ts';
import { insertTarget, selectTarget, updateTarget, type Words } from './target.queries.ts';
import { editTargetPage, newTargetPage } from './write-target.page.ts';

const words = {
  year: line('Write the school year.', 20),
  wording: prose('Write the target.', 2_000),
  looks_like: optionalProse(4_000),
};

/** Makes a target of the person who acts: its item, its row and the event. Answers its id. */
export async function makeTarget(change: Change, target: Words): Promise<string> {
  const { tx, who, now, organisationId: ownerId } = change;
  const id = await insertItem(tx, { ownerId, policy: targetPolicy, authorId: who.personId }, now);
  await insertTarget(tx, { ownerId, id, personId: who.personId, ...target }, now);
  await change.record({ kind: 'appraisal.target-written', itemId: id, body: { version: 1 } });
  return id;
}

/** Writes a target of one's own. */
export const writeTarget = action('/appraisal/targets/new', {
  purpose: 'appraisal',
  access: members('staff'),
  page: newTargetPage,
  input: z.object(words),
  async run(change, { year, wording, looks_like: looksLike }) {
    const id = await makeTarget(change, { year, wording, looksLike });
    return see(
      targetHref({ id }),
      t('The target is saved. Your line manager can read it.'),
      targetHref({ id }, 'end'),
    );
  },
});

/** Saves new words. Throws `Stale` when they were saved elsewhere, as in another tab. */
export const changeTarget = action('/appraisal/targets/:target/edit', {
  purpose: 'appraisal',
  access: targetPolicy,
  page: editTargetPage,
  input: z.object({ ...words, version: version() }),
  async run(change, { version: shown, year, wording, looks_like: looksLike }) {
    const { tx, now, who, today } = change;
    const { target } = await openStanding(change, 'write');
    if (!(await updateTarget(tx, target, shown, { year, wording, looksLike }, now))) {
      const stands = (await selectTarget(tx, target, { me: who.personId, today }))!;
      const fields = [
        { name: 'year', label: t('School year'), text: stands.year },
        { name: 'wording', label: t('The target'), text: stands.wording },
        { name: 'looks_like', label: t('What success looks like'), text: stands.looksLike },
      ];
      await throwStale(tx, target, { version: stands.version, fields }, now);
    }
    await change.record({
      kind: 'appraisal.target-written',
      itemId: target.id,
      body: { version: shown + 1 },
    });
    return see(targetHref(target), t('Saved. The earlier words are kept.'));
  },
});
