import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, optionalLine, prose } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { raisedHref, raisePath } from './addresses.ts';
import { raisedNeedPolicy } from './raised-need.policy.ts';
import { insertRaisedNeed } from './raised-need.queries.ts';
import { raiseNeedPage } from './raise-need.page.ts';

/** What `needFields` sends. */
export const needInput = {
  words: prose('Write what would help.', 2000),
  sort: choice(['own', 'subject']).default('own'),
  subject: optionalLine(80),
};

/** Throws `Refused` where a subject's need names no subject. */
export function mustNameSubject({ sort, subject }: { sort: 'own' | 'subject'; subject: string }): void {
  if (sort === 'subject' && subject === '') throw new Refused({ subject: t('Say which subject.') });
}

/** Raises a need with no question asked. The CPD leader finds it in a list. */
export const raiseNeed = action(raisePath, {
  purpose: 'learning',
  access: members('staff'),
  page: raiseNeedPage,
  input: z.object(needInput),
  async run(change, sent) {
    mustNameSubject(sent);
    const { tx, organisationId: ownerId, who, now } = change;
    const id = await insertRaisedNeed(tx, { ownerId, authorId: who.personId }, sent, now);
    await change.record({ kind: 'need.raised', itemId: id, body: { sort: sent.sort }, tell: true });
    return see('/needs', t('It is said. You read here what comes of it.'), raisedHref(id, 'take-back'));
  },
});

export const takeBackNeed = action(raisedHref(':need', 'take-back'), {
  purpose: 'learning',
  access: raisedNeedPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreNeed = action(raisedHref(':need', 'restore'), {
  purpose: 'learning',
  access: raisedNeedPolicy,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, at: Date | null): Promise<See> {
  const id = change.params.need!;
  if (!isId(id)) throw new NotFound();
  const item = await change.open(raisedNeedPolicy, id);
  change.who.must('takeBack', raisedNeedPolicy, item);
  if ((item.endedAt !== null) === (at !== null))
    throw new Refused(at ? t('It is taken back already.') : t('It is there already.'));
  await endItem(change.tx, item, at);
  await change.record({ kind: at ? 'need.taken-back' : 'need.restored', itemId: id, body: {}, tell: true });
  return at
    ? see('/needs', t('It is taken back. Nobody else reads it any more.'), raisedHref(id, 'restore'))
    : see('/needs', t('It is said again.'), raisedHref(id, 'take-back'));
}
