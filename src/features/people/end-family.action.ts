import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { setFamilyLinkEnded } from './family.queries.ts';
import { personOf } from './person.page.ts';
import { administrators } from './roles.ts';

/** Ends the link between a pupil and a parent or carer; both stay who they are. */
export const endFamily = action('/people/:person/family/:link/end', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { at, link } = await setEnded(change, change.now);
    return see(at, t('They are no longer linked.'), `${at}/family/${link}/restore`);
  },
});

/** Takes that ending back. */
export const restoreFamily = action('/people/:person/family/:link/restore', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { at } = await setEnded(change, null);
    return see(at, t('They are linked again.'));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<{ at: string; link: string }> {
  const { personId: pupilId } = await personOf(change);
  const link = change.params.link!;
  const adultId = await setFamilyLinkEnded(change.tx, change.organisationId, { id: link, pupilId }, endedAt);
  if (adultId === undefined) throw new NotFound();
  await change.record({
    kind: endedAt ? 'family.ended' : 'family.restored',
    itemId: pupilId,
    body: { adultId },
  });
  return { at: `/people/${pupilId}`, link };
}
