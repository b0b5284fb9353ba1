/** What a key asks for. */
export type Command =
  | { does: 'toggle' | 'note' | 'loop' | 'help' | 'leave' | 'before' | 'after' }
  | { does: 'by'; seconds: number }
  | { does: 'step'; direction: 1 | -1 }
  | { does: 'tag'; key: string };

const fixed: Readonly<Record<string, Command>> = {
  ' ': { does: 'toggle' },
  k: { does: 'toggle' },
  j: { does: 'by', seconds: -5 },
  l: { does: 'by', seconds: 5 },
  ArrowLeft: { does: 'by', seconds: -1 },
  ArrowRight: { does: 'by', seconds: 1 },
  ArrowUp: { does: 'before' },
  ArrowDown: { does: 'after' },
  ',': { does: 'step', direction: -1 },
  '.': { does: 'step', direction: 1 },
  n: { does: 'note' },
  r: { does: 'loop' },
  '?': { does: 'help' },
  Escape: { does: 'leave' },
};

/** Where one types, or where a key means something by itself. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [contenteditable], [role="listbox"]') !== null);

/** A button, a link or a line that unfolds is pressed by these two. */
const isPressed = (target: EventTarget | null, key: string): boolean =>
  (key === ' ' || key === 'Enter') &&
  target instanceof HTMLElement &&
  target.closest('a, button, summary, label') !== null;

/** A list that moves is moved by these. */
const isScrolled = (target: EventTarget | null, key: string): boolean =>
  (key === 'ArrowUp' || key === 'ArrowDown' || key === ' ') &&
  target instanceof HTMLElement &&
  target.closest('[data-scrolls], [role="dialog"], dialog') !== null;

/**
 * What this key asks for, or null: nothing is taken while somebody types, with another key held, or by a window over
 * the page.
 */
export function commandOf(event: KeyboardEvent, tagKeys: ReadonlySet<string>): Command | null {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return null;
  if (isField(target) || isPressed(target, key) || isScrolled(target, key)) return null;
  if (document.querySelector('dialog[open]')) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (fixed[letter]) return fixed[letter];
  return tagKeys.has(letter) && !event.repeat ? { does: 'tag', key: letter } : null;
}

const setting = 'recording-keys';

/** Whether letters and digits are keys on this device: somebody who speaks to their computer switches them off. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(setting) !== 'off';
  } catch {
    return true;
  }
}

/** Whether a film goes on while a note is written. */
export function goesOn(): boolean {
  try {
    return localStorage.getItem('recording-goes-on') === 'yes';
  } catch {
    return false;
  }
}

export function remember(name: 'keys' | 'goes-on', value: boolean): void {
  try {
    if (name === 'keys') localStorage.setItem(setting, value ? 'on' : 'off');
    else localStorage.setItem('recording-goes-on', value ? 'yes' : 'no');
  } catch {
    // Where storage is forbidden it holds for this page alone.
  }
}
