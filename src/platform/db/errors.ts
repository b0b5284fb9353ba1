/** What is read from an error of the database driver. Field names are PostgreSQL's. */
interface DatabaseError {
  code?: string;
  constraint?: string;
  message?: string;
}

const UNIQUE_VIOLATION = '23505';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/** The server closed the connection, is starting or is stopping (PostgreSQL appendix A), or the wire broke. */
const CONNECTION_CODES = new Set([
  '08000', '08003', '08006', '57P01', '57P02', '57P03',
  'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', 'ETIMEDOUT',
]); // prettier-ignore

/**
 * Is this the refusal of a second row under the named unique constraint or index?
 * A distributed PostgreSQL names the constraint of a shard, `person_email_102045`: trailing digits
 * after an underscore are not part of the name.
 */
export function isUniqueViolation(error: unknown, constraintName: string): boolean {
  const { code, constraint } = asDatabaseError(error);
  if (code !== UNIQUE_VIOLATION || !constraint) return false;
  return constraint === constraintName || constraint.replace(/_\d+$/, '') === constraintName;
}

/** Two transactions were in each other's way; the same one, tried again, may well succeed. */
export function isConflict(error: unknown): boolean {
  const { code } = asDatabaseError(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/** The connection broke, so whatever had not been committed was rolled back. */
export function isLostConnection(error: unknown): boolean {
  const { code, message } = asDatabaseError(error);
  if (code && CONNECTION_CODES.has(code)) return true;
  // The driver gives no code for these.
  return /^Connection terminated|^Client has encountered a connection error/.test(message ?? '');
}

function asDatabaseError(error: unknown): DatabaseError {
  return typeof error === 'object' && error !== null ? error : {};
}
