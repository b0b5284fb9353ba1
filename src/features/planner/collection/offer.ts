import type { Item } from '#platform/access/who.ts';
import type { OpenedAgreement, PartInWords } from '#features/agreements/index.ts';

/** What each of an agreement's people says to the wording of a copy, as it stands. */
export interface OfferAnswer {
  personId: string;
  name: string;
  saysYes: boolean | null;
}

/** A copy of an agreement as its people word it for the collection. */
export interface Offer {
  id: string;
  parts: PartInWords[];
  version: number;
  writtenBy: string;
  writtenAt: Date;
  /** Its id in the collection, while it was given. */
  givenAs: string | null;
  /** Whether it stands in the collection now: somebody who leads may have taken it out. */
  stands: boolean;
  answers: OfferAnswer[];
}

export interface OpenedOffer {
  opened: OpenedAgreement;
  offer: Offer | undefined;
  item: Item | undefined;
  people: { personId: string; name: string; givenName: string }[];
}

type Parties = OpenedAgreement['agreement']['parties'];

/** Those whose words an agreement holds: who belongs to it, and who left it. Each must say yes to a copy. */
export const peopleOf = (parties: Parties): OpenedOffer['people'] =>
  parties
    .filter(({ answer, leftAt }) => answer === 'accepted' || leftAt !== null)
    .map(({ personId, name, givenName }) => ({ personId, name, givenName }));

/** The people who have not said yes to the wording as it stands. */
export const notYet = ({ people, offer }: Pick<OpenedOffer, 'people' | 'offer'>): OpenedOffer['people'] =>
  people.filter(
    ({ personId }) => offer?.answers.find((each) => each.personId === personId)?.saysYes !== true,
  );

/**
 * The words of an agreement with the names of its people taken out, where they stand written as the list of people has
 * them. A first help: nicknames, pupils and places are for its people to find.
 */
export function withoutNames(parts: readonly PartInWords[], people: OpenedOffer['people']): PartInWords[] {
  const names = people.flatMap(({ name, givenName }, index) => [
    { name, put: letter(index) },
    { name: givenName, put: letter(index) },
  ]);
  const longestFirst = names
    .filter(({ name }) => name.length > 1)
    .toSorted((a, b) => b.name.length - a.name.length);
  const replaced = (text: string) =>
    longestFirst.reduce(
      (sofar, { name, put }) =>
        sofar.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'giu'), put),
      text,
    );
  return parts.map(({ id, label, text }) => ({ id, label, text: replaced(text) }));
}

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const fieldOf = ({ id }: Pick<PartInWords, 'id'>): string => `part-${id}`;
