import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';

export interface Mail {
  /** One address, such as 'nia@school.example'. */
  to: string;
  subject: string;
  text: string;
  html?: string;
  /**
   * The same for the same mail, so that sending it again after a failure makes no second one where the
   * reader's mail program can tell: the id of the outbox message it comes from. A new one when absent.
   */
  id?: string;
}

export interface Mailer {
  /** Whether a mail server is set; where none is, mail lies in the folder and reaches nobody by itself. */
  readonly hasServer: boolean;
  /**
   * Hands a mail to the mail server, or writes it to the folder when none is set.
   * Throws MailNotSent when the server does not take it; the mail is then kept in `folder/unsent`.
   * Throws RangeError when the address is not one address.
   */
  send(mail: Mail): Promise<void>;
  /** Ends connections to the mail server. */
  close(): void;
}

export interface MailerOptions {
  /** `smtp://user:password@host:587` or `smtps://…:465`; absent, mail is only written to the folder. */
  smtpUrl?: string | undefined;
  /** Whom mail comes from: an address, or a name and an address as 'Brook School <staffroom@brook.example>'. */
  from: string;
  /** Where mail is written as `.eml` files, which every mail program opens. */
  folder: string;
  now?: () => Date;
}

/** The mail server did not take a mail, which waits in `folder/unsent`; the cause says why. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';

  constructor(cause: unknown) {
    super(
      `The mail server did not take this mail: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** Long enough for a slow server, short enough to end before the relay's own limit of a minute. */
const SMTP_TIMEOUT_MS = 20_000;

export function createMailer({ smtpUrl, from, folder, now = () => new Date() }: MailerOptions): Mailer {
  let transport: Promise<Transporter> | undefined;
  const unsent = path.join(folder, 'unsent');

  return {
    hasServer: Boolean(smtpUrl),

    async send(mail) {
      const to = oneAddress(mail.to);
      const id = mail.id ?? randomUUID();
      const date = now();
      const { sender, bytes } = await compose({ ...mail, to, id }, from, date);
      if (!smtpUrl) {
        await writeWhole(folder, `${stamp(date)}-${forFileName(to)}-${shortHash(id)}.eml`, bytes);
        return;
      }
      // Kept first and sent then, under a name that a second attempt finds again.
      const keptAt = await writeWhole(unsent, `${forFileName(to)}-${shortHash(id)}.eml`, bytes);
      try {
        transport ??= connect(smtpUrl);
        await (await transport).sendMail({ envelope: { from: sender, to: [to] }, raw: bytes });
      } catch (error) {
        throw new MailNotSent(error);
      }
      await rm(keptAt, { force: true });
    },

    close() {
      void transport?.then((open) => open.close());
    },
  };
}

async function connect(url: string): Promise<Transporter> {
  // Read only where a mail server is set: the rest of the library is not needed to write a file.
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  });
}

/** The mail as it goes over the wire, and the bare address it comes from. */
async function compose(mail: Mail & { id: string }, from: string, date: Date) {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'staffroom';
  const node = new MailComposer({
    from: oneLine(from),
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    date,
    newline: 'windows',
    messageId: `<${shortHash(mail.id)}${shortHash(`${mail.id}:${mail.to}`)}@${domain}>`,
    headers: {
      // Says that no person wrote this, so that absence replies do not answer it (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    // Texts may come from people: nothing in them may make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const sender = node.getEnvelope().from;
  if (!sender) throw new RangeError(`Mail needs an address to come from; got ${JSON.stringify(from)}.`);
  return { sender, bytes: await node.build() };
}

/** One address and nothing beside it: no list, no line, no control character that could add a header. */
function oneAddress(text: string): string {
  const address = text.trim();
  if (!/^[^\s\p{Cc},;:<>()[\]\\"@]{1,64}@[^\s\p{Cc},;:<>()[\]\\"@]{1,255}$/u.test(address)) {
    throw new RangeError(`Not an e-mail address: ${JSON.stringify(text)}`);
  }
  return address;
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** A name at which no file system takes offence, whatever the address holds. */
function forFileName(address: string): string {
  return address
    .replace(/[^A-Za-z0-9@._-]/g, '_')
    .replace(/\.{2,}/g, '_')
    .slice(0, 80);
}

/** '20261122T150312Z': sorts by time and has no colon, which Windows forbids. */
function stamp(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Writes under a passing name and then renames, so that a mail in the folder is always a whole one. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = path.join(folder, name);
  const draft = `${target}.${randomUUID()}.part`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, target);
  return target;
}
