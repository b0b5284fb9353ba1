/** Where one try-out is: the person it belongs to is named in the address. */
export const tryOutHref = (tryOut: { ownerId: string; id: string }, below = ''): string =>
  `/try-outs/${tryOut.ownerId}/${tryOut.id}${below && `/${below}`}`;

const longestTitle = 80;

/** What a try-out is called: its technique, or the first words of what was tried. */
export function titleOf(tryOut: { technique: string; tried: string }): string {
  const words = tryOut.technique || tryOut.tried.split('\n')[0]!;
  if (words.length <= longestTitle) return words;
  const cut = words.slice(0, longestTitle);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 40 ? cut.lastIndexOf(' ') : longestTitle)}…`;
}
