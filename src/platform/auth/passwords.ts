import { hash, verify } from '@node-rs/argon2';

/**
 * Passwords by argon2id (19 MiB, two passes: OWASP's first choice). Each check takes tens of
 * milliseconds of a core, so only two run at once and the rest wait their turn: a flood of
 * sign-ins slows sign-ins, not the school.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

/** For an unknown address: costs the same as a known one, so that time tells nobody who has an account. */
let nobody: Promise<string> | undefined;

export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const against = stored ?? (await nobody);
  const same = await inTurn(() => verify(against, password));
  return stored !== undefined && same;
}

/** Why a new password cannot be taken, in words; undefined when it can. Length is what counts, and not being guessed first. */
export function passwordProblem(password: string, about: readonly string[] = []): string | undefined {
  if (password.length < 10)
    return 'Use at least 10 characters. Three or four words in a row are easy to remember.';
  if (password.length > 200) return 'Use at most 200 characters.';
  const plain = password.toLowerCase();
  if (/^(.)\1+$/.test(plain) || common.some((word) => plain.startsWith(word)))
    return 'This one is among the first that would be guessed. Try three or four words in a row.';
  if (about.some((word) => word.length > 3 && plain.includes(word.toLowerCase())))
    return 'Leave out your own name and address: they are guessed first.';
  return undefined;
}

const common = [
  'password',
  '1234567',
  'qwertyui',
  'letmein',
  'iloveyou',
  'staffroom',
  'welcome1',
  'abcdefgh',
  'changeme',
];
