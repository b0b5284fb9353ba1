import { pruneJob } from '#platform/auth/prune.ts';
import type { Services } from '#platform/http/context.ts';
import type { Feature } from '#platform/http/feature.ts';
import type { Jobs } from '#platform/jobs/relay.ts';
import { mailHandlers } from '#platform/mail/send-later.ts';

/** What is done when something happened, and now and then, by the features and for them, gathered for the relay. */
export function jobsOf(features: readonly Feature[], services: Services, log: (line: string) => void): Jobs {
  const handlers: Jobs['handlers'] = {};
  const told = [mailHandlers, ...features.map((feature) => feature.handlers ?? {})];
  for (const [kind, handle] of told.flatMap((each) => Object.entries(each))) {
    const before = handlers[kind];
    handlers[kind] = async (message, context) => {
      await before?.(message, context);
      await handle(services, message, context);
    };
  }
  return {
    db: services.db,
    handlers,
    recurring: [pruneJob, ...features.flatMap((feature) => feature.recurring?.(services) ?? [])],
    now: services.now,
    log,
  };
}
