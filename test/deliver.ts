import { jobsOf } from '#src/jobs.ts';
import { deliverBatch } from '#platform/jobs/deliver.ts';
import type { RecurringJob } from '#platform/jobs/recurring.ts';
import type { TestSite } from './site.ts';

/** Does what the relay would do by now: tells the features of what happened, and of what that led to. */
export async function deliver(site: TestSite): Promise<void> {
  const failures: string[] = [];
  const jobs = jobsOf(site.services, (line) => failures.push(line));
  while ((await deliverBatch(jobs, new AbortController().signal)) > 0);
  if (failures.length) throw new Error(failures.join('\n'));
}

/** Runs a recurring job, as if its time had come. */
export const runJob = (site: TestSite, job: RecurringJob): Promise<void> =>
  job.run({ ...site.services, signal: new AbortController().signal });
