const aSingleStop = /(?<![.,;:])[.,;:]$/u;

/** What somebody typed, without the full stop at its end, for setting words of ours after it. */
export const withoutStop = (text: string): string => text.trim().replace(aSingleStop, '');

/** Pieces of one line with commas between them; empty ones are left out. */
export const inOneLine = (pieces: readonly (string | null | false)[]): string => {
  const said = pieces.filter((piece): piece is string => Boolean(piece));
  return said.map((piece, at) => (at < said.length - 1 ? withoutStop(piece) : piece)).join(', ');
};
