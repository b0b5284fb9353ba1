/** The request in which something went wrong. */
export interface During {
  method: string;
  /** The pattern of the address, '/agreements/:id/sign': the address itself may hold a secret. */
  route: string;
  personId: string | null;
}

/** What the server's log says of an error nobody expected: when, in which request, whose, and the stack. */
export function errorReport(at: Date, error: unknown, during?: During): string {
  const where = during ? ` ${during.method} ${during.route} (${during.personId ?? 'nobody signed in'})` : '';
  const inner = error instanceof AggregateError ? error.errors : [];
  return `${[`${at.toISOString()}${where}`, ...[error, ...inner].map(stackOf)].join('\n')}\n`;
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? String(error)) : String(error);
