import type { Expression } from 'kysely';
import type { List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Value } from '#ui/html.ts';
import type { OpenedRecording } from './open-recording.ts';

/** What the page of a recording gives to the parts it asks: each value is a place in its one statement. */
export interface PageGiven {
  /** The recording's id. */
  id: Expression<string>;
  /** The day, in the school's time zone. */
  today: Expression<string>;
  now: Expression<Date>;
}

/** Whose page it is, when a part draws itself. */
export interface PageOf extends OpenedRecording {
  visit: Visit;
}

/**
 * A part of the page of a recording: its notes, its transcript, its reel, who may see it. The page asks the lists of
 * all parts in one statement, composed once for each standing, and draws each with its rows. What a part asks names
 * the owner of each table; that the recording may be read the page has asked.
 */
export interface PagePart {
  asks(who: Who, given: PageGiven): List<unknown>;
  /** Drawing gives nothing when there is nothing to show. */
  draw(rows: readonly unknown[], page: PageOf): Value;
}

/** A part of the page that asks for rows. */
export const pagePart = <Row>(made: {
  asks(who: Who, given: PageGiven): List<Row>;
  draw(rows: readonly Row[], page: PageOf): Value;
}): PagePart => made as PagePart;
