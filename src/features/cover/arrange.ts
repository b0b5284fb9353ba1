import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { arrangedInWords, type How, type Slot, slotKey, type Gap } from './cover.ts';
import { insertCovers, lockPeople, selectStanding, setCoversEnded, type Standing } from './cover.queries.ts';
import { selectTaken, type Taken } from './taken.queries.ts';

/** What somebody who keeps cover wishes for a class. */
export interface Wish {
  gap: Gap;
  how: How;
  person: { personId: string; name: string } | null;
  words: string;
  /** The id of what stood when they looked; '' where nothing did. */
  was: string;
}

/** What became of a wish: the id of what is arranged, or why it is not. */
export type Outcome = { wish: Wish; id: string } | { wish: Wish; why: string };

/**
 * Arranges classes, each or not at all. Those concerned are locked first, in one order, so that of two who arrange at once
 * the second sees what the first did: nobody is given two classes at the same time, and nobody's choice is written over.
 */
export async function arrange(
  change: Change,
  wishes: readonly Wish[],
  batchId: string | null,
): Promise<Outcome[]> {
  const { tx, organisationId: owner, who, now } = change;
  const people = wishes.flatMap(({ person }) => (person ? [person.personId] : []));
  await lockPeople(tx, owner, [...people, ...wishes.map(({ gap }) => gap.personId)]);
  const slots = wishes.map(({ gap }) => gap);
  const standing = new Map(
    (await selectStanding(tx, owner, slots)).map((each): [string, Standing] => [slotKey(each), each]),
  );
  const taken = await selectTaken(tx, owner, people, [...new Set(slots.map(({ on }) => on))]);
  const outcomes: Outcome[] = [];
  const toWrite: Wish[] = [];
  for (const wish of wishes) {
    const why = changedMeanwhile(wish, standing.get(slotKey(wish.gap))) ?? notPossible(wish, taken, toWrite);
    if (why === null) toWrite.push(wish);
    else outcomes.push({ wish, why });
  }
  const replaced = (wish: Wish): string | null => standing.get(slotKey(wish.gap))?.id ?? null;
  await setCoversEnded(
    tx,
    owner,
    toWrite.map(replaced).filter((id) => id !== null),
    { at: now, by: who.personId },
  );
  const ids = await insertCovers(
    tx,
    owner,
    toWrite.map((wish) => ({ ...wish, coveredBy: wish.person?.personId ?? null, replaces: replaced(wish) })),
    { by: who.personId, batchId, now },
  );
  return [...outcomes, ...toWrite.map((wish, n) => ({ wish, id: ids[n]! }))];
}

/** Why it is not as it was when they looked; null where it is. */
function changedMeanwhile({ gap, was }: Wish, standing: Standing | undefined): string | null {
  if ((standing?.id ?? '') === was) return null;
  return standing === undefined
    ? t('What was arranged for {unit} at {time} was taken back meanwhile. Look again.', {
        unit: gap.unit,
        time: gap.startsAt,
      })
    : t('{by} arranged this meanwhile for {unit} at {time}: {what}.', {
        by: standing.arrangedBy,
        unit: gap.unit,
        time: gap.startsAt,
        what: arrangedInWords(standing),
      });
}

/** Why this person cannot take the class; null where they can. Somebody who joins a class to their own has a lesson then. */
function notPossible(
  { gap, how, person }: Wish,
  taken: readonly Taken[],
  beside: readonly Wish[],
): string | null {
  if (person === null) return null;
  const then = taken.filter(
    (each) =>
      each.personId === person.personId &&
      each.on === gap.on &&
      each.startsAt < gap.endsAt &&
      gap.startsAt < each.endsAt,
  );
  const name = person.name;
  if (then.some(({ why }) => why === 'away')) return t('{name} is away then.', { name });
  const cover = then.find((each) => each.why === 'cover' && !isTogether(gap, each));
  if (cover)
    return t('{name} already takes {unit} at {time}: {by} arranged it. Choose somebody else.', {
      name,
      unit: cover.unit ?? t('another class'),
      time: cover.startsAt,
      by: cover.arrangedBy ?? t('somebody'),
    });
  if (how === 'colleague' && then.some(({ why }) => why === 'lesson'))
    return t('{name} has a lesson then. Choose somebody else, or combine the classes.', { name });
  const twice = beside.find(
    (each) =>
      each.person?.personId === person.personId &&
      each.gap.on === gap.on &&
      each.gap.startsAt < gap.endsAt &&
      gap.startsAt < each.gap.endsAt &&
      !(each.gap.personId === gap.personId && each.gap.startsAt === gap.startsAt),
  );
  return twice
    ? t('{name} takes {unit} at {time}.', { name, unit: twice.gap.unit, time: twice.gap.startsAt })
    : null;
}

/** Two classes that one teacher has at the same time are taught together, and one colleague takes both. */
const isTogether = (gap: Slot, cover: Taken): boolean =>
  cover.forPerson === gap.personId && cover.startsAt === gap.startsAt;

/**
 * Why what ended cannot stand again: something else was arranged for the class, or its colleague has another. The people
 * of it are locked.
 */
export async function whyNotAgain(
  change: Change,
  covers: readonly (Slot & { id: string; coveredBy: string | null; endsAt: string; how: How })[],
): Promise<Map<string, string>> {
  const { tx, organisationId: owner } = change;
  await lockPeople(tx, owner, [
    ...covers.map(({ coveredBy }) => coveredBy),
    ...covers.map(({ personId }) => personId),
  ]);
  const standing = new Set((await selectStanding(tx, owner, covers)).map(slotKey));
  const people = covers.flatMap(({ coveredBy }) => (coveredBy === null ? [] : [coveredBy]));
  const taken = await selectTaken(tx, owner, people, [...new Set(covers.map(({ on }) => on))]);
  return new Map(
    covers.flatMap((cover): [string, string][] => {
      if (standing.has(slotKey(cover)))
        return [[cover.id, t('Something else was arranged for this class meanwhile.')]];
      const clash = taken.some(
        (each) =>
          each.personId === cover.coveredBy &&
          each.on === cover.on &&
          each.startsAt < cover.endsAt &&
          cover.startsAt < each.endsAt &&
          !isTogether(cover, each) &&
          (each.why !== 'lesson' || cover.how === 'colleague'),
      );
      return clash ? [[cover.id, t('Whoever took this class has something else then by now.')]] : [];
    }),
  );
}
