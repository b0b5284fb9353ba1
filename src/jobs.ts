import type { Services } from '#platform/http/context.ts';
import type { Feature } from '#platform/http/route.ts';
import type { Jobs } from '#platform/jobs/relay.ts';

/** What the features do when they are told of an event, and now and then, gathered for the relay. */
export function jobsOf(features: readonly Feature[], services: Services, log: (line: string) => void): Jobs {
  const handlers: Jobs['handlers'] = {};
  for (const feature of features) {
    for (const [kind, handle] of Object.entries(feature.handlers ?? {})) {
      const before = handlers[kind];
      handlers[kind] = async (message, context) => {
        await before?.(message, context);
        await handle(services, message);
      };
    }
  }
  return {
    db: services.db,
    handlers,
    recurring: features.flatMap((feature) => feature.recurring?.(services) ?? []),
    now: services.now,
    log,
  };
}
