/**
 * The organisation that a page is drawn for. Its forms carry it (src/ui/form.ts), and what is sent is only
 * done while whoever sends it is still there: they may have gone to another of theirs in another tab.
 */

export const DRAWN_FOR = 'drawn_for';

let organisation: string | null = null;

/** The id of the organisation for which a page is being drawn; null when nobody is signed in. */
export const drawnFor = (): string | null => organisation;

/** Runs `draw` (which must not wait for anything) for an organisation. */
export function drawingFor<T>(organisationId: string | null, draw: () => T): T {
  const before = organisation;
  organisation = organisationId;
  try {
    return draw();
  } finally {
    organisation = before;
  }
}
