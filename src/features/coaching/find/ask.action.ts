import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalId, optionalLine, optionalProse, ticked } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { insertPairing } from '../insert-pairing.ts';
import type { Manages } from '../management.ts';
import { modulesLeft } from '../preparation/modules.ts';
import { relationshipOf, rhythmNamed } from '../relationships.ts';
import { learnerOf, supporterOf, togetherHref } from '../together.ts';
import { askPage } from './ask.page.ts';
import { type Asked, lockMembers, selectToAsk } from './ask.queries.ts';
import { askDraft, mostOthers, type Sought, soughtOf } from './sought.ts';

const input = z.object({
  kind: optionalLine(50),
  for: optionalLine(50),
  rhythm: optionalLine(100),
  with: optionalId(),
  and: optionalId(),
  words: optionalProse(3000),
  known: ticked(),
});

/**
 * A learner asks one person, or in co-coaching one or two, to work with them. Nobody is in it but by their own word.
 * Throws `Refused` where the rules of the kind stand against it.
 */
export const askSomebody = action('/coaching/ask', {
  purpose: 'learning',
  access: members('staff'),
  input,
  page: askPage,
  async run(change, sent) {
    const chosen = [
      ...new Set([sent.with, sent.and].filter((each) => each !== null && isId(each))),
    ] as string[];
    const sought = soughtOf({ kind: sent.kind, for: sent.for, rhythm: sent.rhythm }, chosen);
    if (!sought || chosen.length === 0) throw new Refused(t('Choose what you look for and whom you ask.'));
    if (chosen.length > mostOthers(sought.kind))
      throw new Refused(t('That is one person too many for this kind of relationship.'));
    const me = change.who.personId;
    await lockMembers(change.tx, change.organisationId, [me, ...chosen]);
    const found = await selectToAsk(change.tx, change.who, {
      kind: sought.kind,
      chosen,
      today: change.today,
      draft: askDraft(sought.kind),
    });
    if (found.people.length < chosen.length)
      throw new Refused(t('Somebody you chose does not belong to the school now. Choose again.'));
    refuseSecond(found.people);
    refuseManagers(sought, found.management, sent.known);
    if (relationshipOf(sought.kind).reciprocal && modulesLeft(sought.kind, found.finished).length > 0)
      throw new Refused(
        t('Finish the preparation first. In co-coaching everybody supports, so everybody prepares.'),
      );
    return ask(change, sought, { ...found, words: sent.words });
  },
});

async function ask(
  change: Change,
  sought: Sought,
  asked: { people: readonly Asked[]; management: readonly Manages[]; words: string },
) {
  const { kind } = sought;
  const { standing, personId } = change.who;
  const rhythm = rhythmNamed(kind, sought.rhythm);
  const { id, pairingId } = await insertPairing(
    change.tx,
    change.organisationId,
    {
      kind,
      purpose: sought.purpose,
      rhythm,
      people: [
        { personId, name: standing.name, part: learnerOf(kind) },
        ...asked.people.map((each) => ({ ...each, part: supporterOf[kind] })),
      ],
      askedBy: personId,
      askedWords: asked.words,
      withManager: asked.management.length > 0,
    },
    change.now,
  );
  await change.record({ kind: 'coaching.asked', itemId: id, body: { pairingId, kind }, tell: true });
  return see(
    togetherHref({ id }),
    t('{names} will find your question on their first page.', {
      names: formatList(asked.people.map(({ name }) => name)),
    }),
  );
}

/** Two pairings of one kind between the same people would be one too many, as after a double click. */
function refuseSecond(people: readonly Asked[]): void {
  const again = people.filter(({ together }) => together);
  if (again.length > 0)
    throw new Refused(
      t('You work with {names} in this way already, or one of you has asked.', {
        names: formatList(again.map(({ name }) => name)),
      }),
    );
}

function refuseManagers(sought: Sought, management: readonly Manages[], known: boolean): void {
  const [found] = management;
  if (!found) return;
  const { manager, person } = found;
  if (relationshipOf(sought.kind).managers.rule === 'refuse')
    throw new Refused(
      t('{manager} is {person}’s line manager. This kind of relationship is not possible between them.', {
        manager,
        person,
      }),
    );
  if (!known)
    throw new Refused({
      known: t('{manager} is {person}’s line manager. Read what that does, and tick that you know it.', {
        manager,
        person,
      }),
    });
}
