/**
 * Words that could not be saved yet, kept on this device. They are tied to the name of who wrote them,
 * so that the next person at a shared computer is never shown them, and go when one signs out.
 */
const prefix = 'draft:';

/** One text for a field, several for tick boxes of one name and lists that take several. */
export type Answers = Record<string, string | string[]>;

/** Once one signs out nothing more is kept, whatever is still on its way. */
let leaving = false;

const who = (): string => document.documentElement.dataset['who'] ?? '';

/** Says whether it could be kept: storage may be full or forbidden. */
export function keepHere(key: string, answers: Answers): boolean {
  if (leaving) return false;
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ who: who(), answers }));
    return true;
  } catch {
    return false;
  }
}

export function keptHere(key: string): Answers | null {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as {
      who: string;
      answers: Answers;
    } | null;
    return kept !== null && kept.who === who() ? kept.answers : null;
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

export function forgetAll(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

addEventListener('submit', (event) => {
  const form = event.target;
  if (form instanceof HTMLFormElement && form.getAttribute('action') === '/sign-out') {
    leaving = true;
    forgetAll();
  }
});
