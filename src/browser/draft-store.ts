/**
 * Words of which it is not known that they arrived, kept on this device. They are tied to the person who
 * wrote them, so that the next one at a shared computer is never shown them, and go when one signs out.
 */
const prefix = 'draft:';

/** One text for a field, several for tick boxes of one name and lists that take several. */
export type Answers = Record<string, string | string[]>;

/** Once one signs out nothing more is kept, whatever is still on its way. */
let leaving = false;

const nameOf = (key: string): string => `${prefix}${document.documentElement.dataset['who'] ?? ''}:${key}`;

/** Says whether it could be kept: storage may be full or forbidden. */
export function keepHere(key: string, answers: Answers): boolean {
  if (leaving) return false;
  try {
    localStorage.setItem(nameOf(key), JSON.stringify(answers));
    return true;
  } catch {
    return false;
  }
}

export function keptHere(key: string): Answers | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null') as Answers | null;
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(nameOf(key));
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

function forgetAll(): void {
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

/**
 * With its answer to a form the server says in this cookie whose words it has: only then do they go from here.
 * School and demo share a host, and so their cookies; each reads its own.
 */
const told = 'demo' in document.documentElement.dataset ? 'staffroom_demo_taken' : 'staffroom_taken';
const taken = new RegExp(`(?:^|; )${told}=([^;]*)`).exec(document.cookie)?.[1];
if (taken) {
  decodeURIComponent(taken).split('\n').forEach(forget);
  document.cookie = `${told}=; path=/; max-age=0`;
}
