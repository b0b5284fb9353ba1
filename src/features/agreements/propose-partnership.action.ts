import { z } from 'zod';
import { joinCircle, makeCircle } from '#platform/access/circles.ts';
import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { openProgramme, type Programme, programmePolicy } from '#features/programmes/index.ts';
import { keepForm } from './agreement-form.queries.ts';
import { agreementHref } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { refuseManagers } from './refuse-managers.ts';
import { newPartnershipPage } from './new-partnership.page.ts';
import { type Colleague, selectParticipants } from './programme-agreements.queries.ts';

/** A participant asks one or two others to form a partnership. Nobody is in it but by their own word. */
export const proposePartnership = action('/programmes/:programme/agreements/new', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({ partners: ticks(50), proposal: optionalProse(1000) }),
  page: newPartnershipPage,

  async run(change, input) {
    const { programme } = await openProgramme(change, 'join');
    const participants = await selectParticipants(
      change.tx,
      change.organisationId,
      programme.id,
      change.today,
    );
    const me = participants.find(({ personId }) => personId === change.who.personId);
    if (!me)
      throw new NotAllowed(t('Partnerships are formed by the teachers who take part in the programme.'));
    const asked = participants.filter(
      ({ personId }) => input.partners.includes(personId) && personId !== me.personId,
    );
    if (asked.length === 0) throw new Refused({ partners: t('Choose one or two colleagues from the list.') });
    if (asked.length > 2)
      throw new Refused({
        partners: t('A partnership has two or three people. Choose at most two colleagues.'),
      });
    await refuseManagers(change, [me, ...asked], 'partners');
    await refuseSecond(change, programme, me, asked, 'partners');

    const id = await insertPartnership(change, programme, me, asked, input.proposal);
    await change.record({ kind: 'agreement.proposed', itemId: id, tell: true });
    const names = formatList(asked.map(({ name }) => name));
    return see(
      agreementHref({ id }),
      t('{names} will find your question on their first page and in their mail.', { names }),
    );
  },
});

/** Two partnerships of the same two people in one programme would be one too many, as after a double click. */
export async function refuseSecond(
  change: Change,
  programme: Pick<Programme, 'id'>,
  me: Pick<Colleague, 'personId'>,
  asked: readonly Colleague[],
  field: string,
): Promise<void> {
  const together = await change.tx
    .selectFrom('agreement as a')
    .innerJoin('agreement_party as mine', (join) =>
      join.onRef('mine.owner_id', '=', 'a.owner_id').onRef('mine.agreement_id', '=', 'a.id'),
    )
    .innerJoin('agreement_party as theirs', (join) =>
      join.onRef('theirs.owner_id', '=', 'a.owner_id').onRef('theirs.agreement_id', '=', 'a.id'),
    )
    .select('theirs.person_id as personId')
    .where('a.owner_id', '=', change.organisationId)
    .where('a.programme_id', '=', programme.id)
    .where('a.closed_at', 'is', null)
    .where('mine.person_id', '=', me.personId)
    .where(
      'theirs.person_id',
      'in',
      asked.map(({ personId }) => personId),
    )
    .where((where) =>
      where.and(
        (['mine.answer', 'theirs.answer'] as const).map((answer) =>
          where.or([where(answer, 'is', null), where(answer, '=', 'accepted')]),
        ),
      ),
    )
    .executeTakeFirst();
  const name = asked.find(({ personId }) => personId === together?.personId)?.name;
  if (name)
    throw new Refused({
      [field]: t('You and {name} have a partnership in this programme already, or one of you has asked.', {
        name,
      }),
    });
}

async function insertPartnership(
  change: Change,
  programme: Programme,
  me: Colleague,
  asked: readonly Colleague[],
  proposal: string,
): Promise<string> {
  const { tx, organisationId: owner, now } = change;
  const id = newId(now);
  await insertItem(
    tx,
    {
      ownerId: owner,
      id,
      policy: agreementPolicy,
      authorId: me.personId,
      circleId: id,
      excludesManagers: true,
    },
    now,
  );
  const name = formatList([me, ...asked].map((each) => each.name));
  await makeCircle(tx, { ownerId: owner, id, kind: 'partnership', name, excludesManagers: true }, now);
  const formVersion = await keepForm(tx, owner, now);
  await tx
    .insertInto('agreement')
    .values({
      owner_id: owner,
      id,
      programme_id: programme.id,
      form_version: formVersion,
      proposal,
      answers: '{}',
      version: 0,
      written_by: me.personId,
      written_at: now,
      review_round: 0,
      created_at: now,
    })
    .execute();
  for (const { personId } of [me, ...asked]) {
    const mine = personId === me.personId;
    const part = mine ? 'partner' : 'invited';
    await joinCircle(tx, { ownerId: owner, circleId: id, part }, [personId], now);
    await tx
      .insertInto('agreement_party')
      .values({
        owner_id: owner,
        agreement_id: id,
        person_id: personId,
        asked_at: now,
        answer: mine ? 'accepted' : null,
        answered_at: mine ? now : null,
      })
      .execute();
  }
  return id;
}
