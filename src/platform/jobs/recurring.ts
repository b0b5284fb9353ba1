import { sql } from 'kysely';
import { isTime } from '../calendar/local-time.ts';
import type { Services } from '../http/context.ts';
import { failureText, nextAttempt } from './backoff.ts';
import type { Log } from './deliver.ts';
import type { Job } from './handler.ts';

/**
 * Every so many minutes of the hour, every hour at a minute, or every day at a time. Times are UTC: a job that means a time of day at
 * some school runs hourly and asks that school's zone.
 */
type Schedule = { everyMinutes: number } | { hourlyAt: number } | { dailyAt: string };

export interface RecurringJob {
  /** Kept in the database beside the last run; renaming a job makes it a new one. */
  name: string;
  schedule: Schedule;
  run: (job: Job) => Promise<void>;
}

/**
 * Something to be done again and again: `every('evidence.check', { dailyAt: '02:30' }, run)`.
 * Runs that were missed while the server was off are made good by one run when it is on again.
 * Throws RangeError when the schedule cannot be read.
 */
export function every(name: string, schedule: Schedule, run: RecurringJob['run']): RecurringJob {
  lastOccurrence(schedule, new Date(0));
  return { name, schedule, run };
}

/** The latest moment, not after `now`, at which the schedule asks for a run. */
export function lastOccurrence(schedule: Schedule, now: Date): Date {
  const at = new Date(now);
  if ('everyMinutes' in schedule) {
    const step = schedule.everyMinutes;
    if (!Number.isInteger(step) || step < 1 || 60 % step !== 0)
      throw new RangeError(`An hour has no equal parts of ${step} minutes.`);
    at.setUTCMinutes(at.getUTCMinutes() - (at.getUTCMinutes() % step), 0, 0);
    return at;
  }
  if ('hourlyAt' in schedule) {
    const minute = schedule.hourlyAt;
    if (!Number.isInteger(minute) || minute < 0 || minute > 59)
      throw new RangeError(`No such minute: ${minute}`);
    at.setUTCMinutes(minute, 0, 0);
    if (at > now) at.setUTCHours(at.getUTCHours() - 1);
    return at;
  }
  if (!isTime(schedule.dailyAt))
    throw new RangeError(`Not a time: ${JSON.stringify(schedule.dailyAt)}. Write HH:MM.`);
  const [hour, minute] = schedule.dailyAt.split(':').map(Number) as [number, number];
  at.setUTCHours(hour, minute, 0, 0);
  if (at > now) at.setUTCDate(at.getUTCDate() - 1);
  return at;
}

interface RunRow {
  name: string;
  last_run_at: Date;
  attempted_at: Date | null;
  attempts: number;
  failure: string | null;
}

interface Recurrence {
  services: Services;
  recurring: readonly RecurringJob[];
  log: Log;
}

/**
 * Runs each job whose time has come since it last ran well; one that failed is tried again after
 * growing delays. A job seen for the first time waits for its next time. Returns how many were tried.
 */
export async function runRecurring(
  { services, recurring, log }: Recurrence,
  stop: AbortSignal,
): Promise<number> {
  const { db, now } = services;
  if (recurring.length === 0) return 0;
  const { rows } = await sql<RunRow>`
    select name, last_run_at, attempted_at, attempts, failure from recurring_job`.execute(db);
  let tried = 0;
  for (const job of recurring) {
    if (stop.aborted) break;
    const row = rows.find(({ name }) => name === job.name);
    const begun = now();
    if (!row) {
      await sql`insert into recurring_job (name, last_run_at, attempts)
        values (${job.name}, ${begun}, 0) on conflict (name) do nothing`.execute(db);
      continue;
    }
    if (!isDue(row, job.schedule, begun)) continue;
    tried += 1;
    await sql`update recurring_job set attempted_at = ${begun}, attempts = attempts + 1
      where name = ${job.name}`.execute(db);
    try {
      await job.run({ ...services, signal: stop });
      await sql`update recurring_job set last_run_at = ${begun}, attempts = 0, failure = null
        where name = ${job.name}`.execute(db);
    } catch (error) {
      log(`The job ${job.name} failed at attempt ${row.attempts + 1}: ${String(error)}`);
      await sql`update recurring_job set failure = ${failureText(error)} where name = ${job.name}`.execute(
        db,
      );
    }
  }
  return tried;
}

function isDue(row: RunRow, schedule: Schedule, now: Date): boolean {
  if (lastOccurrence(schedule, now) <= row.last_run_at) return false;
  return (
    row.attempted_at === null || row.attempts === 0 || nextAttempt(row.attempts, row.attempted_at) <= now
  );
}
