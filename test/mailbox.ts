import type { Mail } from '#platform/mail/mailer.ts';
import type { TestSite } from './site.ts';

/** Catches what the site sends instead of writing it to the folder. Deliver first: the relay sends mail. */
export function mailbox(site: TestSite): Mail[] {
  const mails: Mail[] = [];
  site.services.mailer = { hasServer: true, send: async (mail) => void mails.push(mail), close: () => {} };
  return mails;
}

/** The path of the link in a mail. */
export const linkIn = (mail: Mail | undefined): string =>
  /http:\/\/school\.example(\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
