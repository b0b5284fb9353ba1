/**
 * The larger parts (`*.part.ts`) are fetched where a page has use for them, so that every other page stays small.
 * Their addresses are written in when the script is bundled (`ui/assets.ts`).
 */
declare const PARTS: Readonly<Record<string, string>>;

/** Notes and what was being typed wait under names that begin like these (note-queue.ts), on whatever page one is. */
const notesWait = (): boolean => {
  try {
    return Object.keys(localStorage).some((name) => /^(?:queued|typing):/.test(name));
  } catch {
    // Storage is forbidden here, so nothing waits in it.
    return false;
  }
};

/** A part is wanted where its element stands. */
function fetchPart(part: string, isWanted = false): void {
  const address = PARTS[part];
  if (address && (isWanted || document.querySelector(part))) void import(address);
}

fetchPart('joint-writing');
fetchPart('lesson-notes', notesWait());
