import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addEmail, administrators, findByEmail, insertMember, insertPerson } from '#features/people/index.ts';
import { lockProgramme, mustRun, type Part, type Programme } from '#features/programmes/index.ts';
import { admitGuestsPage } from './guest-admit.page.ts';
import { type GuestRequest, selectRequest, updateRequest } from './guest-request.queries.ts';
import { insertInvitation, selectInvitation } from './invite.queries.ts';
import { mustFit } from './people-come.ts';

const here = '/groups/guests-asked-for';

/** Those who look after people let somebody in as a guest for whom a group asked, or do not. */
export const admitGuest = action(`${here}/:request`, {
  purpose: 'administration',
  access: roles(...administrators),
  page: admitGuestsPage,
  input: z.object({ answer: choice(['yes', 'no'], 'Let them in, or not.') }),
  async run(change, { answer }) {
    const { tx, who, now } = change;
    const request = await requestIn(change, null);
    const programme = await programmeOf(change, request);
    mustRun(programme);
    await lockProgramme(tx, programme);
    await updateRequest(tx, request, answer, { by: who.personId, at: now });
    const found = answer === 'yes' ? await guestOf(change, request) : null;
    if (found) await askIn(change, programme, request, found.personId);
    await change.record({
      kind: 'group.guest-request-answered',
      itemId: programme.id,
      body: { request: request.id, answer },
      tell: true,
    });
    return found
      ? see(here, askedWords[found.was]())
      : see(here, t('They are not let in. The group is told.'), `${here}/${request.id}/again`);
  },
});

/** What somebody was to the school before a group's request for them was answered. */
type Was = 'unknown' | 'guest' | 'staff';

const askedWords: Record<Was, () => string> = {
  unknown: () => t('They are a guest of the school now and are asked into the group.'),
  guest: () => t('They were a guest of the school already, and are asked into the group.'),
  staff: () => t('They work at the school already, and are asked into the group as a colleague.'),
};

/** Takes back that somebody is not let in: the request waits again. */
export const askAgainForGuest = action(`${here}/:request/again`, {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const request = await requestIn(change, 'no');
    await updateRequest(change.tx, request, null, { by: change.who.personId, at: change.now });
    await change.record({
      kind: 'group.guest-asked-for',
      itemId: request.programme_id,
      body: { request: request.id },
      tell: true,
    });
    return see(here, t('It waits for an answer again.'));
  },
});

async function requestIn(change: Change, answer: 'no' | null): Promise<GuestRequest> {
  const { request = '' } = change.params;
  const found = isId(request) ? await selectRequest(change.tx, change.organisationId, request) : undefined;
  if (!found) throw new NotFound('There is no such request.');
  if (found.answer !== answer) throw new Refused(t('This is answered or taken back already.'));
  return found;
}

const programmeOf = (change: Change, request: GuestRequest): Promise<Programme> =>
  change.tx
    .selectFrom('programme')
    .selectAll()
    .where('owner_id', '=', request.owner_id)
    .where('id', '=', request.programme_id)
    .executeTakeFirstOrThrow();

/**
 * The person of the address, a guest of the school from now on where they were not of it. What is said where that
 * cannot be is the same whatever the reason: whose an address is elsewhere is nobody's business here.
 */
async function guestOf(change: Change, request: GuestRequest): Promise<{ personId: string; was: Was }> {
  const { tx, now, organisationId } = change;
  const found = await findByEmail(tx, organisationId, request.address).catch((error: unknown) => {
    throw error instanceof Refused ? cannotUse() : error;
  });
  if (found?.hasLeft || found?.kind === 'pupil' || found?.kind === 'family') throw cannotUse();
  if (found?.kind) return { personId: found.personId, was: found.kind };
  const names = { givenName: request.given_name, familyName: request.family_name };
  const personId = found?.personId ?? (await insertPerson(tx, names, now));
  if (!found) {
    const given = { kind: 'personal', givenBy: organisationId, confirmedAt: null } as const;
    if ((await addEmail(tx, { ...given, personId, address: request.address }, now)) !== 'added')
      throw cannotUse();
  }
  const member = {
    ...names,
    personId,
    kind: 'guest',
    comesFrom: request.comes_from,
    startsOn: change.today,
  } as const;
  await insertMember(tx, organisationId, member, now);
  const about = { itemId: personId, tell: true };
  await change.record({ ...about, kind: 'person.added', body: { personId, memberKind: 'guest' } });
  await change.record({ ...about, kind: 'person.invited', body: { personId } });
  return { personId, was: 'unknown' };
}

const cannotUse = (): Refused =>
  new Refused(
    t('This address cannot be used for a guest now. Ask the person for another, and add them by hand.'),
  );

async function askIn(
  change: Change,
  programme: Programme,
  request: GuestRequest,
  personId: string,
): Promise<void> {
  await mustFit(change, programme, { personId, part: request.part });
  const before = await selectInvitation(change.tx, programme, personId);
  if (before?.answer === null) return;
  await insertInvitation(change.tx, programme, {
    personId,
    part: request.part as Part,
    words: request.words,
    way: 'invited',
    by: request.by_id,
    at: change.now,
  });
  await change.record({
    kind: 'group.invited',
    itemId: programme.id,
    body: { personId, part: request.part },
    tell: true,
  });
}
