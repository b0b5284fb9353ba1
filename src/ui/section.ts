import type { Visit } from '#platform/http/context.ts';
import type { Value } from '#ui/html.ts';

/**
 * A part of a page that a room gives to a page of another: it asks the database first and is drawn later,
 * in the reader's language. Drawing gives nothing when there is nothing to show.
 */
export type Section = (visit: Visit) => Promise<() => Value>;
