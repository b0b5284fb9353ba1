import type { Expression } from 'kysely';
import type { List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Value } from '#ui/html.ts';
import type { CoachingAbility } from './coaching.policy.ts';
import type { Together } from './together.ts';

/** What the home of a pairing gives to the parts it asks: each value is a place in its one statement. */
export interface HomeGiven {
  /** The coaching's id, which is its circle's too. */
  id: Expression<string>;
  /** The day, in the school's time zone. */
  today: Expression<string>;
}

/** Whose home it is, when a part draws itself. */
export interface HomeOf {
  together: Together;
  visit: Visit;
  may(ability: CoachingAbility): boolean;
}

/**
 * A part of the home of a pairing: goal and steps, times together, conversations. The home asks the lists of all its
 * parts in one statement, composed once for each standing, and draws each with its rows. What a part asks names the
 * owner of each table and asks `who.sees` of items of its own kind; that the coaching may be read the home has asked.
 */
export interface HomePart {
  /** Nothing when this person has nothing to be asked for. */
  asks(who: Who, given: HomeGiven): List<unknown> | undefined;
  /** Drawing gives nothing when there is nothing to show. */
  draw(rows: readonly unknown[], home: HomeOf): Value;
  /** What is next, for the line under the title; the first part that has something to say is heard. */
  next?(rows: readonly unknown[], home: HomeOf): NextStep | undefined;
}

interface NextStep {
  words: string;
  /** The main action of the home, where this is what its reader can do now. */
  action?: { label: string; href: string };
}

/** A part of the home that asks for rows. */
export const homePart = <Row>(made: {
  asks(who: Who, given: HomeGiven): List<Row> | undefined;
  draw(rows: readonly Row[], home: HomeOf): Value;
  next?(rows: readonly Row[], home: HomeOf): NextStep | undefined;
}): HomePart => made as HomePart;
