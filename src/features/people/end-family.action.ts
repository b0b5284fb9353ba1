import { z } from 'zod';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { endParentRoles, parentRole, restoreParentRole } from './appointments.ts';
import { type KeptLink, lockFamilyLink, setFamilyLinkEnded } from './family.queries.ts';
import { personOf } from './person.page.ts';
import { administrators } from './roles.ts';

/**
 * Ends the link between a pupil and a parent or carer; both stay who they are. With their last child here a
 * grown-up's role as parent or carer ends too, at the same instant.
 */
export const endFamily = action('/people/:person/family/:link/end', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { pupilId, link } = await linkOf(change);
    if (link.endedAt) throw new Refused(t('They are no longer linked.'));
    const { tx, organisationId, now } = change;
    await setFamilyLinkEnded(tx, organisationId, link.id, now);
    await change.record({ kind: 'family.ended', itemId: pupilId, body: { adultId: link.adultId } });
    for (const { personId, appointmentId } of await endParentRoles(tx, organisationId, [link.adultId], now))
      await change.record({
        kind: 'role.ended',
        itemId: personId,
        body: { role: parentRole, appointmentId },
      });
    const at = `/people/${pupilId}`;
    return see(at, t('They are no longer linked.'), `${at}/family/${link.id}/restore`);
  },
});

/** Takes that ending back, with the role that ended by it. */
export const restoreFamily = action('/people/:person/family/:link/restore', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { pupilId, link } = await linkOf(change);
    const { adultId, endedAt, hasLeft } = link;
    if (!endedAt) throw new Refused(t('They are linked already.'));
    if (hasLeft !== null)
      throw new Refused(t('{name} has left. Bring them back on their page first.', { name: hasLeft }));
    const { tx, organisationId } = change;
    await setFamilyLinkEnded(tx, organisationId, link.id, null);
    await change.record({ kind: 'family.restored', itemId: pupilId, body: { adultId } });
    const appointmentId = await restoreParentRole(tx, organisationId, adultId, endedAt);
    if (appointmentId !== undefined)
      await change.record({
        kind: 'role.restored',
        itemId: adultId,
        body: { role: parentRole, appointmentId },
      });
    return see(`/people/${pupilId}`, t('They are linked again.'));
  },
});

async function linkOf(change: Change): Promise<{ pupilId: string; link: KeptLink }> {
  const { personId: pupilId } = await personOf(change);
  const { tx, organisationId, params, today } = change;
  const link = await lockFamilyLink(tx, organisationId, { id: params.link!, pupilId }, today);
  if (!link) throw new NotFound();
  return { pupilId, link };
}
