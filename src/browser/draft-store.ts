/**
 * Words of which it is not known that they arrived, kept on this device. They are tied to the person who
 * wrote them and the organisation they were written in, so that neither the next one at a shared computer nor
 * their own forms elsewhere are shown them. They go when one signs out, and after a while.
 */
const prefix = 'draft:';

/** After so long nobody knows any more what they had meant to send. */
const keptFor = 14 * 24 * 60 * 60 * 1000;

/** One text for a field, several for tick boxes of one name and lists that take several. */
export type Answers = Record<string, string | string[]>;

export interface Kept {
  /** When they were written, in milliseconds since 1970 by the clock of this device. */
  at: number;
  answers: Answers;
}

/** Once one signs out nothing more is kept, whatever is still on its way. */
let leaving = false;

const { who = '', organisation = '' } = document.documentElement.dataset;

/** `key` with the organisation before it, as the server names it too. */
const nameOf = (keyInOrganisation: string): string => `${prefix}${who}:${keyInOrganisation}`;
const here = (key: string): string => nameOf(`${organisation}:${key}`);

/** Says whether it could be kept: storage may be full or forbidden. */
export function keepHere(key: string, answers: Answers): boolean {
  if (leaving) return false;
  try {
    const kept: Kept = { at: Date.now(), answers };
    localStorage.setItem(here(key), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export const keptHere = (key: string): Kept | null => read(here(key));

export const forget = (key: string): void => remove(here(key));

function read(name: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null;
    return kept && Date.now() - kept.at < keptFor ? kept : null;
  } catch {
    return null;
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

function forgetAll(which: (name: string) => boolean = () => true): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix) && which(name)) remove(name);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

forgetAll((name) => read(name) === null);

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
  for (const key of decodeURIComponent(taken).split('\n')) remove(nameOf(key));
  document.cookie = `${told}=; path=/; max-age=0`;
}
