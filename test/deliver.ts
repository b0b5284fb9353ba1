import { features } from '#src/features.ts';
import { deliverBatch } from '#platform/jobs/deliver.ts';
import type { TestSite } from './site.ts';

/** Does what the relay would do by now: tells the features of what happened, and of what that led to. */
export async function deliver(site: TestSite): Promise<void> {
  const told = features(site.services).flatMap((feature) => Object.entries(feature.handlers ?? {}));
  const kinds = Map.groupBy(told, ([kind]) => kind);
  const handlers = Object.fromEntries(
    [...kinds].map(([kind, all]) => [
      kind,
      async (message: Parameters<(typeof all)[number][1]>[1]) => {
        for (const [, handler] of all) await handler(site.services, message);
      },
    ]),
  );
  const failures: string[] = [];
  const delivery = {
    db: site.db,
    handlers,
    now: site.services.now,
    log: (line: string) => failures.push(line),
  };
  while ((await deliverBatch(delivery, new AbortController().signal)) > 0);
  if (failures.length) throw new Error(failures.join('\n'));
}
