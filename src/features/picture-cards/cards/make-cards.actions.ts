import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { hashPassword } from '#platform/auth/passwords.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id as chosenId } from '#platform/http/input.ts';
import { action, members, see, show, type Shown } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cardsHref } from '../addresses.ts';
import { type CardHolder, forgetWrong, insertDoor, saveCard } from '../card.queries.ts';
import { newRow } from '../pictures.ts';
import { cardsPage } from './cards.page.ts';
import { openClass, type OpenedClass } from './open-class.ts';
import { type MadeCard, sheetView } from './sheet.view.ts';

const common = { purpose: 'administration', access: members('staff'), page: cardsPage } as const;
const onePupil = z.object({ person: chosenId('Choose a pupil.') });

/** Makes the cards that are missing, and shows them once, to be printed. */
export const makeCards = action(cardsHref(':unit'), {
  ...common,
  input: z.object({}),
  prepare: async (visit) => newCards((await openClass(visit)).pupils.filter(({ madeAt }) => madeAt === null)),
  async run(change, _input, cards) {
    const opened = await openClass(change);
    const without = new Set(
      opened.pupils.filter(({ madeAt }) => madeAt === null).map(({ personId }) => personId),
    );
    return make(
      change,
      opened,
      cards.filter(({ personId }) => without.has(personId)),
    );
  },
});

/** Makes the card of one pupil anew: the one before opens nothing any more. */
export const makeCardAgain = action(cardsHref(':unit', 'again'), {
  ...common,
  input: onePupil,
  prepare: async (visit, { person }) => newCards([pupilOf(await openClass(visit), person)]),
  run: async (change, _input, cards) => make(change, await openClass(change), cards),
});

interface NewCard extends MadeCard {
  personId: string;
  rowHash: string;
}

/** Before the transaction: each hash takes as long as a password's. */
async function newCards(pupils: readonly CardHolder[]): Promise<NewCard[]> {
  const cards: NewCard[] = [];
  for (const { personId, name } of pupils) {
    const row = newRow(randomInt);
    cards.push({ personId, name, row, rowHash: await hashPassword(row.join(' ')) });
  }
  return cards;
}

async function make(change: Change, opened: OpenedClass, cards: readonly NewCard[]): Promise<Shown> {
  if (cards.length === 0) throw new Refused(t('Everybody in this class has a card.'));
  const { tx, organisationId, who, now, services } = change;
  const code = opened.code ?? newCode();
  if (opened.code === undefined) await insertDoor(tx, organisationId, opened.unit.id, code, now);
  for (const { personId, rowHash } of cards)
    await saveCard(tx, organisationId, { personId, rowHash, madeBy: who.personId }, now);
  const people = cards.map(({ personId }) => personId);
  // What began with the card before ends with it.
  change.afterCommit(() => services.sessions.endShort(people, now));
  await change.record({ kind: 'picture-cards.made', body: { unitId: opened.unit.id, people } });
  return show(() => sheetView(opened.unit, code, cards, services.address()));
}

/** Letters and digits that nobody takes for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const newCode = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

/** Forgets the wrong rows of a pupil. */
export const letIn = action(cardsHref(':unit', 'let-in'), {
  ...common,
  input: onePupil,
  async run(change, { person }) {
    const opened = await openClass(change);
    const { personId, wrong } = pupilOf(opened, person);
    if (wrong === 0) throw new Refused(t('This card is open.'));
    await forgetWrong(change.tx, change.organisationId, personId, change.now);
    await change.record({ kind: 'picture-cards.let-in', body: { unitId: opened.unit.id, personId } });
    return see(cardsHref(opened.unit.id), t('This card is open again.'));
  },
});

/** Ends the sessions that began with a picture card of this class, on every device. */
export const endCardSessions = action(cardsHref(':unit', 'end-sessions'), {
  ...common,
  input: z.object({}),
  async run(change) {
    const { unit, pupils } = await openClass(change);
    const people = pupils.map(({ personId }) => personId);
    await change.record({ kind: 'picture-cards.sessions-ended', body: { unitId: unit.id } });
    change.afterCommit(() => change.services.sessions.endShort(people, change.now));
    return see(cardsHref(unit.id), t('They are signed out.'));
  },
});

function pupilOf({ pupils }: OpenedClass, personId: string): CardHolder {
  const found = pupils.find((each) => each.personId === personId && each.madeAt !== null);
  if (!found) throw new Refused(t('Nobody in this class has such a card.'));
  return found;
}
