import type { Pair } from './pair.ts';
import type { Tools } from './tools.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** A button or a link is pressed by these, and the film's own player has its own keys. */
const hasOwn = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  ((key === ' ' && target.closest('a, button, summary, label') !== null) ||
    target instanceof HTMLMediaElement);

/** Letters are keys on this page as on that of a recording: whoever switched them off there has none here. */
function keysAreOn(): boolean {
  try {
    return localStorage.getItem('recording-keys') !== 'off';
  } catch {
    return true;
  }
}

/** Plays, moves and lines up both by keyboard alone; nothing is taken while somebody types, or with another key held. */
export function besideKeys(event: KeyboardEvent, pair: Pair, tools: Tools): void {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (isField(target) || hasOwn(target, key) || !keysAreOn()) return;
  const does: Readonly<Record<string, () => void>> = {
    ' ': () => pair.toggle(),
    k: () => pair.toggle(),
    j: () => pair.seek(pair.now - 5),
    l: () => pair.seek(pair.now + 5),
    ArrowLeft: () => pair.seek(pair.now - 1),
    ArrowRight: () => pair.seek(pair.now + 1),
    m: () => tools.nextHeard(),
    '0': () => tools.lineUp(),
  };
  const act = does[key.length === 1 ? key.toLowerCase() : key];
  if (!act) return;
  event.preventDefault();
  act();
}
