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
  /** When they were written, in milliseconds since 1970 by the clock of this device; it is shown, never compared. */
  at: number;
  answers: Answers;
  /**
   * The draft they were written on: when the server had kept it, in milliseconds since 1970 by its clock, or
   * null where it had none. Unknown of words that an earlier version of these pages kept.
   */
  onDraftOf?: number | null;
}

/** Once one signs out nothing more is kept, whatever is still on its way. */
let leaving = false;

const { who = '', organisation = '' } = document.documentElement.dataset;

/** `key` with the organisation before it, as the server names it too. */
const nameOf = (keyInOrganisation: string): string => `${prefix}${who}:${keyInOrganisation}`;
const here = (key: string): string => nameOf(`${organisation}:${key}`);
const aside = (key: string): string => `${here(key)}:aside:`;

/** Says whether it could be kept: storage may be full or forbidden. */
export const keepHere = (key: string, words: Omit<Kept, 'at'>): boolean =>
  keep(here(key), { at: Date.now(), ...words });

/** What is kept of a form. What was kept before words were of an organisation is of the one whose form it first meets. */
export function keptHere(key: string): Kept | null {
  const before = nameOf(key);
  const kept = read(before);
  if (kept !== null && read(here(key)) === null && keep(here(key), kept)) remove(before);
  return read(here(key));
}

export const forget = (key: string): void => remove(here(key));

/** Puts words that are only offered where nothing is written over them. */
export function setAside(key: string, kept: Kept): void {
  forget(key);
  // Where there is no room for them beside what is kept, there is again without it.
  keep(`${aside(key)}${kept.at}`, kept);
}

/** All that was set aside of a form, the oldest first. */
export const setAsideOf = (key: string): Kept[] =>
  names()
    .filter((name) => name.startsWith(aside(key)))
    .flatMap((name) => read(name) ?? [])
    .sort((one, other) => one.at - other.at);

export const forgetAside = (key: string, { at }: Kept): void => remove(`${aside(key)}${at}`);

function keep(name: string, kept: Kept): boolean {
  if (leaving) return false;
  try {
    localStorage.setItem(name, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function read(name: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | Answers | null;
    return isKept(kept) && Date.now() - kept.at < keptFor ? kept : null;
  } catch {
    return null;
  }
}

const isKept = (found: Kept | Answers | null): found is Kept => typeof found?.['at'] === 'number';

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

function names(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    // Where storage is forbidden nothing was kept.
    return [];
  }
}

/** An earlier version of these pages kept the answers alone. When they were written is not known, so they age from now. */
function dateUndated(name: string): void {
  try {
    const found = JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | Answers | null;
    if (found !== null && typeof found === 'object' && !isKept(found))
      keep(name, { at: Date.now(), answers: found });
  } catch {
    // It cannot be read, so it goes with what is too old.
  }
}

for (const name of names()) {
  dateUndated(name);
  if (read(name) === null) remove(name);
}

addEventListener('submit', (event) => {
  const form = event.target;
  if (form instanceof HTMLFormElement && form.getAttribute('action') === '/sign-out') {
    leaving = true;
    names().forEach(remove);
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
