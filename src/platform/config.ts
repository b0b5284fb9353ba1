import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { StartProblem } from './start-problem.ts';
import { isWithin, keysWithinData } from './vault/instance-key.ts';

/** What whoever runs Staffroom has decided, read once from the environment at start. */
export interface Config {
  /** PORT, default 8460. 0 takes a free one. */
  port: number;
  /** HOST, default 127.0.0.1. */
  host: string;
  /** DATA_DIR, default ./data; absolute. */
  dataDir: string;
  /** KEYS_DIR, where the key to recordings lies; default DATA_DIR with -keys at its end; absolute, never within DATA_DIR. */
  keysDir: string;
  /** DATABASE_URL of a PostgreSQL server; without it the embedded one runs in DATA_DIR. */
  databaseUrl: string | undefined;
  /** SMTP_URL; without it mail goes to a folder in DATA_DIR. */
  smtpUrl: string | undefined;
  /** MAIL_FROM, the sender of every mail. */
  mailFrom: string;
  /**
   * PUBLIC_URL, the address people type, without a slash at its end; links in mail begin with it. Always there when
   * other machines reach Staffroom.
   */
  publicUrl: string | undefined;
  /** TLS_CERT and TLS_KEY, absolute paths of PEM files; both or neither. */
  tls: { cert: string; key: string } | undefined;
  /** TRUSTED_PROXY, the address whose X-Forwarded headers are believed. */
  trustedProxy: string | undefined;
  /** DEMO_ANYWHERE=1: the demo may be opened from other machines too. */
  demoAnywhere: boolean;
}

type Environment = Record<string, string | undefined>;

const LOOPBACK_NAMES = new Set(['localhost', '::1']);

/** Is this an address that only this machine can reach? */
export function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.has(host.toLowerCase()) || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * Reads the settings. An empty variable counts as not set.
 *
 * @throws StartProblem naming the variable, its value and what to write instead.
 */
export function readConfig(environment: Environment, workingDirectory: string = process.cwd()): Config {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const dataDir = resolve(workingDirectory, read('DATA_DIR') ?? 'data');
  const config: Config = {
    port: readPort(read('PORT')),
    host: readHost(read('HOST')),
    dataDir,
    keysDir: readKeysDir(read('KEYS_DIR'), dataDir, workingDirectory),
    databaseUrl: readUrl(
      'DATABASE_URL',
      read('DATABASE_URL'),
      ['postgres:', 'postgresql:'],
      'postgres://user:password@host/database',
    ),
    smtpUrl: readUrl(
      'SMTP_URL',
      read('SMTP_URL'),
      ['smtp:', 'smtps:'],
      'smtp://user:password@mail.example.org:587',
    ),
    mailFrom: readMailFrom(read('MAIL_FROM')),
    publicUrl: readPublicUrl(read('PUBLIC_URL')),
    tls: readTls(read('TLS_CERT'), read('TLS_KEY'), workingDirectory),
    trustedProxy: readProxy(read('TRUSTED_PROXY')),
    demoAnywhere: readFlag('DEMO_ANYWHERE', read('DEMO_ANYWHERE')),
  };
  refusePlainHttpAbroad(config);
  askForPublicUrl(config);
  return config;
}

/** Passwords and pupils' work never cross a network in the clear. */
function refusePlainHttpAbroad({ host, tls, trustedProxy }: Config): void {
  if (isLoopback(host) || tls || trustedProxy) return;
  throw new StartProblem(
    `HOST is "${host}", which other machines can reach, and without a certificate everything, passwords too, would cross the network in the clear. Three ways to mend it:\n` +
      '  1. Leave HOST out. Staffroom then answers on this machine alone.\n' +
      '  2. Set TLS_CERT and TLS_KEY to the files of a certificate and its key.\n' +
      '  3. Run it behind a proxy that has the certificate, and set TRUSTED_PROXY to the address the proxy calls from, such as 10.0.0.2.',
  );
}

/**
 * Staffroom cannot see by itself what people type to reach it from elsewhere, and neither can a proxy's visitor see
 * behind the proxy: links in letters and the lock on the cookie follow the address given here.
 */
function askForPublicUrl({ host, trustedProxy, publicUrl }: Config): void {
  if (publicUrl || (isLoopback(host) && !trustedProxy)) return;
  const which = trustedProxy ? `TRUSTED_PROXY is "${trustedProxy}"` : `HOST is "${host}"`;
  throw new StartProblem(
    `${which}, so people reach Staffroom under an address that it cannot know by itself. Set PUBLIC_URL to what they type, such as https://staffroom.school.example. Links in letters begin with it.`,
  );
}

function wrong(name: string, value: string, instead: string): StartProblem {
  return new StartProblem(`${name} is "${value}". ${instead}`);
}

function readPort(value: string | undefined): number {
  if (value === undefined) return 8460;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw wrong('PORT', value, 'Write a whole number from 1 to 65535, such as 8460.');
}

function readHost(value: string | undefined): string {
  if (value === undefined) return '127.0.0.1';
  if (isIP(value) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value)) return value;
  throw wrong(
    'HOST',
    value,
    'Write an address or a name of this machine alone, such as 127.0.0.1 or 0.0.0.0; the port goes into PORT.',
  );
}

/** A copy of the data folder must not hold the key to what is locked in it. */
function readKeysDir(value: string | undefined, dataDir: string, from: string): string {
  const keysDir = value === undefined ? `${dataDir}-keys` : resolve(from, value);
  if (isWithin(keysDir, dataDir)) throw keysWithinData(keysDir, dataDir);
  return keysDir;
}

/** The value may hold a password, so it is not shown. */
function readUrl(
  name: string,
  value: string | undefined,
  schemes: string[],
  example: string,
): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && schemes.includes(new URL(value).protocol)) return value;
  // A unix socket has no host, which a URL needs and PostgreSQL does not.
  if (schemes.includes('postgres:') && /^postgres(?:ql)?:\/\/[^/]*\/\w+\?host=/.test(value)) return value;
  const shown = value.replace(/:[^:@/]*@/, ':…@');
  throw wrong(
    name,
    shown,
    `Write it like ${example}. Special characters in the password are written as %40 and the like.`,
  );
}

function readMailFrom(value: string | undefined): string {
  if (value === undefined) return 'Staffroom <staffroom@localhost>';
  if (/^(?:[^<>@]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value)) return value;
  throw wrong('MAIL_FROM', value, 'Write an address, such as Staffroom <staffroom@school.example>.');
}

function readPublicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const instead = 'Write the address people type, such as https://staffroom.school.example, without a path.';
  if (!URL.canParse(value)) throw wrong('PUBLIC_URL', value, instead);
  const url = new URL(value);
  if (!['http:', 'https:'].includes(url.protocol)) throw wrong('PUBLIC_URL', value, instead);
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    throw wrong('PUBLIC_URL', value, instead);
  if (url.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[|\]$/g, ''))) {
    throw wrong('PUBLIC_URL', value, 'Links that leave this machine begin with https://.');
  }
  return url.origin;
}

function readTls(cert: string | undefined, key: string | undefined, from: string): Config['tls'] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined) throw wrong('TLS_KEY', key!, 'Set TLS_CERT to the file of the certificate too.');
  if (key === undefined) throw wrong('TLS_CERT', cert, 'Set TLS_KEY to the file of its key too.');
  for (const [name, value] of [
    ['TLS_CERT', cert],
    ['TLS_KEY', key],
  ] as const) {
    if (!existsSync(resolve(from, value)))
      throw wrong(name, value, 'There is no such file. Write the path of a PEM file.');
  }
  return { cert: resolve(from, cert), key: resolve(from, key) };
}

function readProxy(value: string | undefined): string | undefined {
  if (value === undefined || isIP(value)) return value;
  throw wrong(
    'TRUSTED_PROXY',
    value,
    'Write the address the proxy calls from, such as 127.0.0.1 or 10.0.0.2.',
  );
}

function readFlag(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '0') return false;
  if (value === '1') return true;
  throw wrong(name, value, 'Write 1, or leave it out.');
}
