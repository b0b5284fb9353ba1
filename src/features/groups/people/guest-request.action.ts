import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { email, line, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, lockProgramme, templateOf } from '#features/programmes/index.ts';
import { guestRequestPage } from './guest-request.page.ts';
import { selectRequest, updateRequest } from './guest-request.queries.ts';
import { partsFor } from './membership-rules.ts';
import { openRunningGroup } from './people-open.ts';

/** A group asks those who look after people to let somebody in as a guest. Whether the address is known is never said. */
export const askForGuest = action('/groups/:programme/people/outside', {
  purpose: 'learning',
  access: groupPolicy,
  page: guestRequestPage,
  input: z.object({
    given: line('Write the first name.', 100),
    family: line('Write the family name.', 100),
    address: email(),
    comes_from: line('Write where they come from.', 120),
    part: z.string({ error: 'Choose as what.' }).max(40),
    words: optionalProse(1000),
  }),
  async run(change, { given, family, address, comes_from: comesFrom, part: sent, words }) {
    const { programme } = await openRunningGroup(change, 'design');
    const { tx, who, now } = change;
    await lockProgramme(tx, programme);
    const part = partsFor(await templateOf(tx, programme), 'guest').find((each) => each === sent);
    if (!part) throw new Refused({ part: t('Choose as what.') });
    const waits = await tx
      .selectFrom('group_guest_request')
      .select('id')
      .where('owner_id', '=', programme.owner_id)
      .where('programme_id', '=', programme.id)
      .where('address', '=', address)
      .where('answer', 'is', null)
      .executeTakeFirst();
    if (waits) throw new Refused({ address: t('The group asked for this address already.') });
    const id = newId(now);
    await tx
      .insertInto('group_guest_request')
      .values({
        owner_id: programme.owner_id,
        id,
        programme_id: programme.id,
        given_name: given,
        family_name: family,
        address,
        comes_from: comesFrom,
        part,
        words,
        by_id: who.personId,
        asked_at: now,
        answer: null,
        answered_by: null,
        answered_at: null,
      })
      .execute();
    await change.record({
      kind: 'group.guest-asked-for',
      itemId: programme.id,
      body: { request: id },
      tell: true,
    });
    return see(
      groupHref(programme, 'people/outside'),
      t('Those who look after people are told. You will hear from them.'),
      groupHref(programme, `people/outside/${id}/withdraw`),
    );
  },
});

/** The group takes such a request back, or puts it back. */
const setRequest = (below: 'withdraw' | 'restore') =>
  action(`/groups/:programme/people/outside/:request/${below}`, {
    purpose: 'learning',
    access: groupPolicy,
    page: guestRequestPage,
    input: z.object({}),
    async run(change) {
      const { programme } = await openRunningGroup(change, 'design');
      const { tx, params, who, now } = change;
      const taking = below === 'withdraw';
      const found = isId(params.request ?? '')
        ? await selectRequest(tx, programme.owner_id, params.request!)
        : undefined;
      if (found?.programme_id !== programme.id || found.answer !== (taking ? null : 'withdrawn'))
        throw new NotFound('There is no such request.');
      await updateRequest(tx, found, taking ? 'withdrawn' : null, { by: who.personId, at: now });
      await change.record({
        kind: taking ? 'group.guest-request-withdrawn' : 'group.guest-asked-for',
        itemId: programme.id,
        body: { request: found.id },
        tell: true,
      });
      return see(
        groupHref(programme, 'people/outside'),
        taking ? t('It is taken back.') : t('It is asked again.'),
        groupHref(programme, `people/outside/${found.id}/${taking ? 'restore' : 'withdraw'}`),
      );
    },
  });

export const withdrawRequest = setRequest('withdraw');
export const restoreRequest = setRequest('restore');
