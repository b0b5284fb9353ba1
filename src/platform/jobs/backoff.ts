const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A passing trouble is soon tried again; a mail server that is down over a weekend is waited for. */
const DELAYS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR];

/** After this many attempts, about a day and a half, a message is parked for a person to look at. */
export const MAX_ATTEMPTS = DELAYS.length + 1;

/** When to try again after the given number of attempts (1 or more), the longest delay at most. */
export function nextAttempt(attempts: number, now: Date): Date {
  const delay = DELAYS[Math.min(attempts, DELAYS.length) - 1] ?? SECOND;
  return new Date(now.getTime() + delay);
}

const MAX_LETTERS = 2000;

/** What is kept of an error: enough to find the cause, not so much that it fills the database. */
export function failureText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  // PostgreSQL cannot keep a zero byte in a text.
  return text.replaceAll('\0', '').slice(0, MAX_LETTERS).toWellFormed();
}
