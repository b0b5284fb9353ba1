import { keepAwake } from './awake.ts';
import { type Edits, hides, preparedBy } from './edits.ts';
import type { MadeFilm } from './made-file.ts';
import { CannotMake, makeFilm } from './make-film.ts';
import type { Film } from './open-film.ts';
import type { Words } from './page-words.ts';
import { showProgress } from './progress.ts';

interface Needs {
  words: Words;
  /** Nothing is made where somebody must be hidden and nobody is. */
  mustHide: boolean;
  /** Stops it. */
  signal: AbortSignal;
}

/** Makes the film and shows how far it is; where it is not made, says why. */
export async function makeHere(
  root: HTMLElement,
  film: Film,
  edits: Edits,
  { words, mustHide, signal }: Needs,
): Promise<{ made?: MadeFilm; words?: string }> {
  if (mustHide && !hides(preparedBy(edits, film.duration))) return { words: words.hideFirst };
  const done = new AbortController();
  keepAwake(done.signal);
  window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal: done.signal });
  try {
    return { made: await makeFilm(film, edits, { onProgress: showProgress(root, words), signal }) };
  } catch (error) {
    if (signal.aborted) return { words: words.stopped };
    if (error instanceof CannotMake) return { words: words.cannotMake };
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return { words: words.noRoom };
    // Whoever helps is told why in the browser's console; nothing of the film is in it.
    reportError(error);
    return { words: words.failed };
  } finally {
    done.abort();
  }
}
