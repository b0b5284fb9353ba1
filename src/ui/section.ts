import type { List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Value } from '#ui/html.ts';

/**
 * A part of a page that a room gives to a page of another. The page asks the lists of all its sections in
 * one statement and draws each with its rows, in the reader's language.
 */
export interface Section {
  /** What it asks of the database; nothing when this person has nothing to be asked for. */
  asks(who: Who): List<unknown> | undefined;
  /** Drawing gives nothing when there is nothing to show. */
  draw(rows: readonly unknown[], visit: Visit): Value;
}

/** A section that asks for rows. */
export const section = <Row>(made: {
  asks(who: Who): List<Row> | undefined;
  draw(rows: readonly Row[], visit: Visit): Value;
}): Section => made as Section;

/** A section that asks for none. */
export const plainSection = (draw: (visit: Visit) => Value): Section => ({
  asks: () => undefined,
  draw: (_rows, visit) => draw(visit),
});
