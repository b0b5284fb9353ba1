import { features } from '#src/features.ts';
import { jobsOf } from '#src/jobs.ts';
import { deliverBatch } from '#platform/jobs/deliver.ts';
import type { TestSite } from './site.ts';

/** Does what the relay would do by now: tells the features of what happened, and of what that led to. */
export async function deliver(site: TestSite): Promise<void> {
  const failures: string[] = [];
  const jobs = jobsOf(features(site.services), site.services, (line) => failures.push(line));
  while ((await deliverBatch(jobs, new AbortController().signal)) > 0);
  if (failures.length) throw new Error(failures.join('\n'));
}
