import { pruneJob } from '#platform/auth/prune.ts';
import type { Services } from '#platform/http/context.ts';
import type { Jobs } from '#platform/jobs/relay.ts';
import { sendMail } from '#platform/mail/send-later.ts';
import { features } from '#src/features.ts';

/** What is done when something happened, and now and then, by the features and for them, gathered for the relay. */
export const jobsOf = (services: Services, log: (line: string) => void): Jobs => ({
  services,
  handlers: [sendMail, ...features.flatMap((feature) => feature.handlers ?? [])],
  recurring: [pruneJob, ...features.flatMap((feature) => feature.recurring ?? [])],
  log,
});
