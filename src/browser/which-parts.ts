/** Fetches each part whose element stands on the page, and that of what waits on this device where something does. */
import { notesWait } from './notes-wait.ts';

/** Part → its address, written in when this is bundled (`ui/assets.ts`). */
declare const PARTS: Readonly<Record<string, string>>;

function fetchParts(): void {
  for (const [part, address] of Object.entries(PARTS))
    if (document.querySelector(part) || (part === 'waiting-notes' && notesWait())) void import(address);
}
fetchParts();
// As in fetch-parts.ts: this may have been fetched for an element before anything waited.
addEventListener('storage', fetchParts);
