/**
 * For whom a page is drawn: the organisation, and the person. Its forms carry both (src/ui/form.ts), and what is
 * sent is only done by that person in that organisation: they may have gone to another of theirs in another tab,
 * or somebody else may have signed in at this computer since.
 */

export const DRAWN_FOR = 'drawn_for';

interface Reader {
  readonly organisationId: string;
  readonly personId: string;
}

let reader: Reader | null = null;

/** What the forms of the page carry that is being drawn; null when nobody is signed in. */
export const drawnFor = (): string | null => reader && `${reader.organisationId} ${reader.personId}`;

/** Runs `draw` (which must not wait for anything) for somebody. */
export function drawingFor<T>(who: Reader | null, draw: () => T): T {
  const before = reader;
  reader = who;
  try {
    return draw();
  } finally {
    reader = before;
  }
}

/** Whether it was drawn for somebody else than this person, or in another organisation; `sent` is what a form carried. */
export function drawnElsewhere(sent: unknown, who: Reader | null): 'person' | 'organisation' | null {
  if (typeof sent !== 'string') return null;
  const [organisationId, personId = who?.personId] = sent.split(' ');
  if (personId !== who?.personId) return 'person';
  return organisationId === who?.organisationId ? null : 'organisation';
}
