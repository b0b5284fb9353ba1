import { notesWait } from './notes-wait.ts';

/**
 * The larger parts (`*.part.ts`) are fetched where a page has use for them, so that every other page stays small: where
 * an element stands that nothing here knows, or something waits on this device. Which part that is, and where it is,
 * stands in a file of its own (which-parts.ts), so that this script does not grow with their number.
 */
declare const WHICH_PARTS: string;

const fetchParts = (): void => {
  if (notesWait() || document.querySelector(':not(:defined)')) void import(WHICH_PARTS);
};
// The elements that are bundled with this are defined by then.
queueMicrotask(fetchParts);
// Something waits since this page was opened, from another tab: signing out here has to take that away too.
addEventListener('storage', fetchParts);
