import { Sessions } from '#platform/auth/sessions.ts';
import type { Services } from '#platform/http/context.ts';
import { createMailer, type MailerOptions } from '#platform/mail/mailer.ts';
import { createStorage } from '#platform/storage/storage.ts';
import { createVault } from '#platform/vault/vault.ts';

type Always = 'db' | 'keys' | 'address' | 'report';

interface Given extends Pick<Services, Always>, Partial<Omit<Services, Always>> {
  mail: MailerOptions;
  /** The folder in which uploaded files lie. */
  files: string;
  /** The folder in which recordings lie sealed. */
  sealed: string;
}

/** What a site shares, as a school has it unless something else is given: the real clock, and no demo beside it. */
export const makeServices = ({ mail, files, sealed, ...given }: Given): Services => ({
  sessions: new Sessions(given.db),
  mailer: createMailer(mail),
  storage: createStorage({ folder: files }),
  vault: createVault({ folder: sealed }),
  now: () => new Date(),
  nudge: () => {},
  demo: false,
  demoHouse: null,
  setupCode: null,
  ...given,
});
