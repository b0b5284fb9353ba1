import type { Edit } from './marks.ts';

export const selected = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => ({
  value,
  start: selectionStart,
  end: selectionEnd,
});

/** Changes the text as if it had been typed, so that it can be undone as such. */
export function put(box: HTMLTextAreaElement, { from, to, text, select: [start, end] }: Edit): void {
  box.focus();
  box.setSelectionRange(from, to);
  // The only way to which the undo of browsers belongs; those without it set the text and tell of it.
  const typed =
    text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!typed) {
    box.setRangeText(text, from, to, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  box.setSelectionRange(start, end);
}
