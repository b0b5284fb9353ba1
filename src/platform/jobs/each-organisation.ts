import type { Db } from '../db/database.ts';

export interface OrganisationInTurn {
  id: string;
  zone: string;
}

/**
 * Does `work` for every organisation that has not ended (`endedToo`: for those as well), one after another, until
 * `signal` fires. One for which it fails does not hold up those after it.
 * Throws AggregateError at the end, with everything that failed, so that the job counts as failed; and the reason
 * of `signal` where it fired before all were done, so that a job that was stopped is not counted as run.
 */
export async function eachOrganisation(
  db: Db,
  signal: AbortSignal,
  work: (organisation: OrganisationInTurn) => Promise<void>,
  { endedToo = false }: { endedToo?: boolean } = {},
): Promise<void> {
  const organisations = await db
    .selectFrom('organisation')
    .select(['id', 'time_zone as zone'])
    .$if(!endedToo, (query) => query.where('ended_at', 'is', null))
    .orderBy('id')
    .execute();
  const failures: unknown[] = [];
  for (const organisation of organisations) {
    signal.throwIfAborted();
    await work(organisation).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `It failed for ${failures.length} of ${organisations.length}: ${failures.map(String).join('; ')}`,
    );
}
