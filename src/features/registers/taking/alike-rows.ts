import { escapeText } from '#platform/escape-text.ts';
import { type Html, trusted } from '#ui/html.ts';

/** Whom a row is about, until it is said; neither stands in anything that somebody wrote. */
const nobody = { pupilId: '00000000-0000-0000-0000-000000000000', name: '\uE000pupil\uE000' };

/** The markup of a row in the pieces between its names, each in the pieces between its ids. */
type Pieces = readonly (readonly string[])[];

const piecesOf = ({ text }: Html): Pieces =>
  text.split(nobody.name).map((piece) => piece.split(nobody.pupilId));

/**
 * Draws rows that differ in nothing but whom they are about once, and puts the id and the name of each into it: of
 * thirty pupils who are all expected one is drawn. A row with words that somebody wrote is drawn by itself.
 */
export function drawnOnce<P extends { pupilId: string; name: string; note: string }>(
  draw: (pupil: P) => Html,
): (pupil: P) => Html {
  const drawn = new Map<string, Pieces>();
  return (pupil) => {
    if (pupil.note !== '') return draw(pupil);
    const blank = { ...pupil, ...nobody };
    const alike = JSON.stringify(blank);
    const pieces = drawn.get(alike) ?? piecesOf(draw(blank));
    drawn.set(alike, pieces);
    return trusted(pieces.map((piece) => piece.join(pupil.pupilId)).join(escapeText(pupil.name)));
  };
}
