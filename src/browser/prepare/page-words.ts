/** The sentences this part says by itself, as the server drew them (features/recordings/upload/prepare-words.ts). */
export type Words = Readonly<
  Record<
    | 'opening'
    | 'restored'
    | 'shown'
    | 'play'
    | 'pause'
    | 'now'
    | 'kept'
    | 'startHandle'
    | 'endHandle'
    | 'blur'
    | 'silence'
    | 'box'
    | 'draw'
    | 'added'
    | 'moved'
    | 'removed'
    | 'undone'
    | 'unreadableTime'
    | 'wrongOrder'
    | 'hideFirst'
    | 'tickFirst'
    | 'played'
    | 'soon'
    | 'minutes'
    | 'percent'
    | 'stopped'
    | 'cannotMake'
    | 'noRoom'
    | 'failed'
    | 'made'
    | 'left'
    | 'thrown'
    | 'handed',
    string
  >
>;

/** A sentence of the page with its places filled. */
export const say = (sentence: string, fillings: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(fillings[name] ?? place));

/** What the server drew under that name; the page and this script are of one version, so it is there. */
export function part<T extends Element = HTMLElement>(root: ParentNode, name: string): T {
  const found = root.querySelector<T>(`[data-is="${name}"]`);
  if (!found) throw new Error(`The page has no ${name}.`);
  return found;
}
