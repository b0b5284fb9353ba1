import { clockTime } from './clock-time.ts';
import type { Area, Position, Silence } from './edits.ts';
import { part, say, type Words } from './page-words.ts';

/**
 * Draws the lists of blurs and silences from the page's templates. Entries that stand already are filled anew, not
 * drawn anew, and a field one is typing in is left alone, so that nobody loses their place.
 */
export function showAreas(root: ParentNode, areas: readonly Area[], words: Words): void {
  for (const [entry, area] of entries(root, 'areas', 'area', areas)) {
    part(entry, 'name').textContent = say(words.blur, { n: area.id });
    fill(entry, 'area-from', clockTime(area.from));
    fill(entry, 'area-until', clockTime(area.until));
    fill(entry, 'shape', area.shape);
    fill(entry, 'hiding', area.hiding);
    const positions = area.positions.map((position, index) => ({ ...position, id: index }));
    for (const [line, position] of entries(
      root,
      'positions',
      'position',
      positions,
      part(entry, 'positions'),
    ))
      showPosition(line, position, positions.length > 1);
  }
}

function showPosition(line: Element, position: Position, canGo: boolean): void {
  fill(line, 'at', clockTime(position.at));
  for (const name of ['x', 'y', 'width', 'height'] as const)
    fill(line, name, String(Math.round(position[name] * 100)));
  line.querySelector<HTMLElement>('[data-do="remove-position"]')!.hidden = !canGo;
}

export function showSilences(root: ParentNode, silences: readonly Silence[], words: Words): void {
  for (const [entry, silence] of entries(root, 'silences', 'silence', silences)) {
    part(entry, 'name').textContent = say(words.silence, { n: silence.id });
    fill(entry, 'silence-from', clockTime(silence.from));
    fill(entry, 'silence-until', clockTime(silence.until));
  }
}

/** Puts what is typed in or chosen; not over what somebody is typing just now. */
export function fill(entry: ParentNode, field: string, value: string): void {
  const found = entry.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-field="${field}"]`);
  if (found && (found !== document.activeElement || found instanceof HTMLSelectElement)) found.value = value;
}

/** The entry in which something lies, by its number. */
export function entryOf(within: Element, kind: 'area' | 'position' | 'silence'): number {
  return Number(within.closest<HTMLElement>(`[data-entry="${kind}"]`)?.dataset['number']);
}

/** One line for each of `all`, in their order: new ones from the template, old ones as they stand. */
function entries<T extends { id: number }>(
  root: ParentNode,
  listName: string,
  kind: string,
  all: readonly T[],
  list: HTMLElement = part(root, listName),
): [HTMLElement, T][] {
  const standing = new Map(
    ([...list.children] as HTMLElement[]).map((entry) => [Number(entry.dataset['number']), entry]),
  );
  const lines = all.map((each): [HTMLElement, T] => {
    const old = standing.get(each.id);
    standing.delete(each.id);
    if (old) return [old, each];
    const template = part<HTMLTemplateElement>(root, kind);
    const line = template.content.querySelector('li')!.cloneNode(true) as HTMLElement;
    line.dataset['entry'] = kind;
    line.dataset['number'] = String(each.id);
    list.append(line);
    return [line, each];
  });
  for (const gone of standing.values()) gone.remove();
  return lines;
}
