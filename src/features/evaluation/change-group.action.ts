import { z } from 'zod';
import { endItem, type Grant, principals, shareItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, id, ticks } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref, groupHref } from './addresses.ts';
import { codeFields, codeNamesOf } from './add-group.action.ts';
import { insertPupils } from './insert-group.ts';
import { mayBeShown } from './evaluation.ts';
import { groupPolicy } from './evaluation.policy.ts';
import { selectCodes } from './group.queries.ts';
import { groupPage } from './group.page.ts';
import { openGroup } from './open-group.ts';

/** Adds pupils to a group under code names. */
export const addPupils = action('/programmes/:programme/evaluation/groups/:group/pupils', {
  purpose: 'evaluation',
  access: groupPolicy,
  page: groupPage,
  input: z.object(codeFields),
  async run(change, codes) {
    const { programme, group, item } = await openGroup(change, 'keep');
    const used = await selectCodes(change.tx, item.ownerId, group.id);
    const names = codeNamesOf(
      codes,
      used.map(({ code }) => code),
    );
    if (names.length === 0) throw new Refused({ codes: t('Write a code name, or say how many pupils.') });
    const last = Math.max(0, ...used.map(({ position }) => position));
    await insertPupils(change, item.ownerId, group.id, names, last);
    await change.record({ kind: 'evaluation.pupils-added', itemId: group.id, body: { count: names.length } });
    return see(groupHref(programme, group), t('The pupils are added.'));
  },
});

/** Says of a pupil that they left the class, or that they are here after all. Their figures stay. */
export const changePupil = action('/programmes/:programme/evaluation/groups/:group/left', {
  purpose: 'evaluation',
  access: groupPolicy,
  page: groupPage,
  input: z.object({
    pupil: id('Choose a pupil.'),
    is: choice(['left', 'here'], 'Say whether the pupil left.'),
  }),
  async run(change, { pupil: pupilId, is }) {
    const { programme, group, item } = await openGroup(change, 'enter');
    const pupil = group.pupils.find((each) => each.id === pupilId);
    if (!pupil) throw new Refused({ pupil: t('This pupil is not in the group.') });
    await change.tx
      .updateTable('evaluation_pupil')
      .set({ left_on: is === 'left' ? change.today : null })
      .where('owner_id', '=', item.ownerId)
      .where('id', '=', pupil.id)
      .execute();
    await change.record({ kind: `evaluation.pupil-${is}`, itemId: group.id, body: { pupilId: pupil.id } });
    return see(
      groupHref(programme, group),
      is === 'left'
        ? t('{code} is marked as having left. What was measured before stays.', { code: pupil.code })
        : t('{code} is in the group.', { code: pupil.code }),
    );
  },
});

/** The teacher chooses who in the programme may see the figures of single pupils, and who may write them too. */
export const shareGroup = action('/programmes/:programme/evaluation/groups/:group/share', {
  purpose: 'evaluation',
  access: groupPolicy,
  page: groupPage,
  input: z.object({ see: ticks(), enter: ticks() }),
  async run(change, sent) {
    const { programme, group, item } = await openGroup(change, 'keep');
    const known = mayBeShown(programme).filter((personId) => personId !== change.who.personId);
    const grants = known.flatMap((id): Grant[] =>
      sent.enter.includes(id)
        ? [{ principal: principals.person(id), ability: 'contribute' }]
        : sent.see.includes(id)
          ? [{ principal: principals.person(id), ability: 'read' }]
          : [],
    );
    await shareItem(change.tx, item, grants, change.now);
    await change.record({ kind: 'evaluation.group-shared', itemId: group.id, body: { with: grants.length } });
    return see(
      groupHref(programme, group),
      grants.length === 0 ? t('Nobody else can open this group.') : t('Saved who may see this group.'),
    );
  },
});

/** Takes a group out of the evaluation; its figures are kept and no longer count. */
export const endGroup = action('/programmes/:programme/evaluation/groups/:group/end', {
  purpose: 'evaluation',
  access: groupPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreGroup = action('/programmes/:programme/evaluation/groups/:group/restore', {
  purpose: 'evaluation',
  access: groupPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { programme, evaluation, group, item } = await openGroup(change, 'keep');
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'evaluation.group-ended' : 'evaluation.group-restored',
    itemId: group.id,
    body: { evaluationId: evaluation.id },
    tell: true,
  });
  return endedAt
    ? see(
        evaluationHref(programme, 'groups'),
        t('The group is taken out.'),
        groupHref(programme, group, 'restore'),
      )
    : see(groupHref(programme, group), t('The group is back.'));
}
