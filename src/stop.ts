/**
 * Stops one thing after another. One that cannot be stopped does not keep the others from it.
 * Throws AggregateError at the end, with everything that went wrong.
 */
export async function stopInOrder(stops: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const stop of stops) {
    try {
      await stop();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
}
