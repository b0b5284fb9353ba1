import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { hashPassword } from '#platform/auth/passwords.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id as chosenId } from '#platform/http/input.ts';
import { action, members, see, show, type Shown } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { cardsHref } from '../addresses.ts';
import { type CardHolder, insertDoor, saveCard, setWrong } from '../card.queries.ts';
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
  async run(change) {
    const opened = await openClass(change);
    const without = opened.pupils.filter(({ madeAt }) => madeAt === null);
    if (without.length === 0) throw new Refused(t('Everybody in this class has a card.'));
    return make(change, opened, without);
  },
});

/** Makes the card of one pupil anew: the one before opens nothing any more. */
export const makeCardAgain = action(cardsHref(':unit', 'again'), {
  ...common,
  input: onePupil,
  async run(change, { person }) {
    const opened = await openClass(change);
    return make(change, opened, [pupilOf(opened, person)]);
  },
});

async function make(change: Change, opened: OpenedClass, pupils: readonly CardHolder[]): Promise<Shown> {
  const { tx, organisationId, who, now, services } = change;
  const code = opened.code ?? newCode();
  if (opened.code === undefined) await insertDoor(tx, organisationId, opened.unit.id, code, now);
  const cards: MadeCard[] = [];
  for (const { personId, name } of pupils) {
    const row = newRow(randomInt);
    const rowHash = await hashPassword(row.join(' '));
    await saveCard(tx, organisationId, { personId, rowHash, madeBy: who.personId }, now);
    cards.push({ name, row });
  }
  await change.record({
    kind: 'picture-cards.made',
    body: { unitId: opened.unit.id, people: pupils.map(({ personId }) => personId) },
  });
  return show(() => sheetView(opened.unit, code, cards, services.address()));
}

/** Letters and digits that nobody takes for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const newCode = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

/** Forgets the wrong rows of a pupil whose card is shut. */
export const letIn = action(cardsHref(':unit', 'let-in'), {
  ...common,
  input: onePupil,
  async run(change, { person }) {
    const opened = await openClass(change);
    const { personId, wrong } = pupilOf(opened, person);
    if (wrong === 0) throw new Refused(t('This card is open.'));
    await setWrong(change.tx, change.organisationId, personId, 0);
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
