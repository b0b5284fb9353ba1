import { sql } from 'kysely';
import { composed, type Given, type List, list } from '#platform/access/composed.ts';
import { type ItemRow, itemList, itemOf } from '#platform/access/select-item.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Signature } from '../agreement/agreement-parts.ts';
import { signatureList } from '../agreement/agreement.queries.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import type { HomeOf, HomePart } from '../home-part.ts';
import { type Manages, managementIn } from '../management.ts';
import type { OpenedTogether } from '../open-together.ts';
import { togetherList, type TogetherRow, togetherOf } from '../together.queries.ts';
import type { Together } from '../together.ts';

export interface HomeAsked extends OpenedTogether {
  signatures: readonly Signature[];
  /** Who of its people manages another, today. */
  management: readonly Manages[];
  /** Each part with the rows it asked for. */
  parts: readonly { part: HomePart; rows: readonly unknown[] }[];
}

const nameOf = (index: number): string => `part${index}`;

/** Asks for the home of a pairing with the lists of these parts: one statement, composed once for each standing. */
export function homeOf(parts: readonly HomePart[]): (visit: Visit) => Promise<HomeAsked> {
  const ask = composed((who, given: Given<{ id: string; now: Date; today: string }>) => {
    const owner = who.organisationId;
    const lists: Record<string, List<unknown>> = {
      items: itemList(who, { ownerId: sql.val(owner), id: given.id, now: given.now }),
      pairings: togetherList(owner, given.id),
      signatures: signatureList(owner, given.id),
      management: list<Manages>(managementIn(owner, given.id, given.today)),
    };
    for (const [index, part] of parts.entries()) {
      const asks = part.asks(who, given);
      if (asks) lists[nameOf(index)] = asks;
    }
    return lists;
  });
  return async (visit) => {
    const id = visit.params.coaching ?? '';
    if (!isId(id)) throw new NotFound();
    const found = await ask(visit.db, visit.who, { id, now: visit.now, today: visit.today });
    const row = found['items']![0] as ItemRow | undefined;
    const pairing = found['pairings']![0] as TogetherRow | undefined;
    const together = pairing && togetherOf(pairing);
    const management = found['management'] as Manages[];
    if (row && together) closedToManager(visit, row, together, management);
    const item = visit.admit(coachingPolicy, row);
    if (!together) throw new NotFound();
    return {
      item,
      together,
      signatures: found['signatures'] as Signature[],
      management,
      may: (ability) => visit.who.may(ability, coachingPolicy, item),
      parts: parts.map((part, index) => ({ part, rows: found[nameOf(index)] ?? [] })),
    };
  };
}

/** Somebody of the pairing has become another's line manager, and it closed to them: they are told so, kindly. */
function closedToManager(
  visit: Visit,
  row: ItemRow,
  together: Together,
  management: readonly Manages[],
): void {
  const me = visit.who.personId;
  const managed = management.find(({ managerId }) => managerId === me);
  if (!managed || visit.who.may('read', coachingPolicy, itemOf(row, visit.who))) return;
  throw new NotAllowed(
    t(
      'You have become {person}’s line manager since you began to work together, so this page has closed to you.',
      {
        person: managed.person,
      },
    ),
    together.endedAt
      ? t('Nothing that was written is lost. It is between those who do not manage one another.')
      : t(
          'Nothing that was written is lost. {person} has been told, and can go on with somebody else. Talk to each other about it.',
          {
            person: managed.person,
          },
        ),
  );
}

/** What is next, as the first part says that knows. */
export const nextOf = (asked: HomeAsked, home: HomeOf): ReturnType<NonNullable<HomePart['next']>> =>
  asked.parts.map(({ part, rows }) => part.next?.(rows, home)).find((each) => each !== undefined);
