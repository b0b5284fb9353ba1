/** What is read from an error of the database driver. Field names are PostgreSQL's. */
interface DatabaseError {
  code?: string;
  message?: string;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/** The server closed the connection, is starting or is stopping (PostgreSQL appendix A), or the wire broke. */
const CONNECTION_CODES = new Set([
  '08000', '08003', '08006', '57P01', '57P02', '57P03',
  'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', 'ETIMEDOUT',
]); // prettier-ignore

/** Errors that came out of the database driver, and not of anything else a change did. */
const ofTheDatabase = new WeakSet<object>();

/** Passes an error of the database driver on, marked as such. */
export function throwAsDatabaseError(error: unknown): never {
  if (typeof error === 'object' && error !== null) ofTheDatabase.add(error);
  throw error;
}

/** Two transactions were in each other's way; the same one, tried again, may well succeed. */
export function isConflict(error: unknown): boolean {
  const { code } = asDatabaseError(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/**
 * The connection to the database broke, so whatever had not been committed was rolled back. A file that is
 * missing or a mail server that does not answer have the same codes and are not meant.
 */
export function isLostConnection(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !ofTheDatabase.has(error)) return false;
  const { code, message } = asDatabaseError(error);
  if (code && CONNECTION_CODES.has(code)) return true;
  // The driver gives no code for these.
  return /^Connection terminated|^Client has encountered a connection error/.test(message ?? '');
}

function asDatabaseError(error: unknown): DatabaseError {
  return typeof error === 'object' && error !== null ? error : {};
}
