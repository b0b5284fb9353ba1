import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { isLoopback, readConfig, type Config } from './config.ts';
import { StartProblem } from './start-problem.ts';

/** Any file that is there: only its being there is looked at. */
const FILE = fileURLToPath(import.meta.url);
const read = (environment: Record<string, string>): Config => readConfig(environment, '/srv/staffroom');

test('with nothing set, Staffroom answers on this machine alone and keeps its data beside the program', () => {
  assert.deepEqual(read({}), {
    port: 8460,
    host: '127.0.0.1',
    dataDir: '/srv/staffroom/data',
    keysDir: '/srv/staffroom/data-keys',
    databaseUrl: undefined,
    smtpUrl: undefined,
    mailFrom: 'Staffroom <staffroom@localhost>',
    publicUrl: undefined,
    tls: undefined,
    trustedProxy: undefined,
    demoAnywhere: false,
  });
});

const ACCEPTED: [environment: Record<string, string>, expected: Partial<Config>][] = [
  [{ PORT: '9000' }, { port: 9000 }],
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: '' }, { port: 8460 }],
  [{ HOST: 'localhost' }, { host: 'localhost' }],
  [{ HOST: '::1' }, { host: '::1' }],
  [{ HOST: '127.0.0.5' }, { host: '127.0.0.5' }],
  [
    { HOST: '0.0.0.0', TRUSTED_PROXY: '10.0.0.2', PUBLIC_URL: 'https://s.example' },
    { host: '0.0.0.0', trustedProxy: '10.0.0.2', publicUrl: 'https://s.example' },
  ],
  [
    { HOST: '::', TLS_CERT: FILE, TLS_KEY: FILE, PUBLIC_URL: 'https://s.example' },
    { host: '::', tls: { cert: FILE, key: FILE }, publicUrl: 'https://s.example' },
  ],
  [{ TLS_CERT: FILE, TLS_KEY: FILE }, { tls: { cert: FILE, key: FILE } }],
  [
    { DATA_DIR: 'elsewhere' },
    { dataDir: '/srv/staffroom/elsewhere', keysDir: '/srv/staffroom/elsewhere-keys' },
  ],
  [{ DATA_DIR: '/var/lib/staffroom' }, { dataDir: '/var/lib/staffroom', keysDir: '/var/lib/staffroom-keys' }],
  [{ KEYS_DIR: '/etc/staffroom' }, { keysDir: '/etc/staffroom' }],
  [{ KEYS_DIR: 'data-safe' }, { keysDir: '/srv/staffroom/data-safe' }],
  [{ DATABASE_URL: 'postgres://a:b@db/school' }, { databaseUrl: 'postgres://a:b@db/school' }],
  [
    { DATABASE_URL: 'postgresql://a:b@/school?host=/run/pg' },
    { databaseUrl: 'postgresql://a:b@/school?host=/run/pg' },
  ],
  [{ SMTP_URL: 'smtps://a:b@mail.example' }, { smtpUrl: 'smtps://a:b@mail.example' }],
  [{ MAIL_FROM: 'office@school.example' }, { mailFrom: 'office@school.example' }],
  [{ MAIL_FROM: 'The office <office@school.example>' }, { mailFrom: 'The office <office@school.example>' }],
  [{ PUBLIC_URL: 'https://staffroom.school.example/' }, { publicUrl: 'https://staffroom.school.example' }],
  [{ PUBLIC_URL: 'http://localhost:8460' }, { publicUrl: 'http://localhost:8460' }],
  [{ DEMO_ANYWHERE: '1' }, { demoAnywhere: true }],
  [{ DEMO_ANYWHERE: '0' }, { demoAnywhere: false }],
];

for (const [environment, expected] of ACCEPTED) {
  test(`accepted: ${JSON.stringify(environment)}`, () => {
    assert.deepEqual(read(environment), { ...read({}), ...expected });
  });
}

/** Each with what its explanation must say: the variable, the value, what to write instead. */
const REFUSED: [environment: Record<string, string>, ...expected: string[]][] = [
  [{ PORT: '80a' }, 'PORT is "80a"', 'such as 8460'],
  [{ PORT: '65536' }, 'PORT is "65536"', '1 to 65535'],
  [{ PORT: '-1' }, 'PORT is "-1"', '1 to 65535'],
  [{ HOST: '127.0.0.1:80' }, 'HOST is "127.0.0.1:80"', 'PORT'],
  [{ HOST: 'http://here' }, 'HOST is "http://here"', '127.0.0.1'],
  [{ HOST: '0.0.0.0' }, 'HOST is "0.0.0.0"', 'Leave HOST out', 'TLS_CERT and TLS_KEY', 'TRUSTED_PROXY'],
  [{ HOST: '192.168.1.4' }, 'HOST is "192.168.1.4"', 'in the clear'],
  [{ HOST: 'staffroom.school.example' }, 'in the clear'],
  [{ HOST: '127.0.0.1.school.example' }, 'in the clear'],
  [
    { DATABASE_URL: 'mysql://a:secret@db/x' },
    'DATABASE_URL is "mysql://a:…@db/x"',
    'postgres://user:password@host/database',
  ],
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL is "mail.example"', 'smtp://'],
  [{ MAIL_FROM: 'the office' }, 'MAIL_FROM is "the office"', '<staffroom@school.example>'],
  [{ TRUSTED_PROXY: '127.0.0.1' }, 'TRUSTED_PROXY is "127.0.0.1"', 'Set PUBLIC_URL', 'https://'],
  [{ HOST: '0.0.0.0', TRUSTED_PROXY: '10.0.0.2' }, 'Set PUBLIC_URL'],
  [{ HOST: '::', TLS_CERT: FILE, TLS_KEY: FILE }, 'HOST is "::"', 'Set PUBLIC_URL'],
  [{ PUBLIC_URL: 'school.example' }, 'PUBLIC_URL is "school.example"', 'https://'],
  [{ PUBLIC_URL: 'https://school.example/staffroom' }, 'without a path'],
  [{ PUBLIC_URL: 'http://school.example' }, 'begin with https://'],
  [{ KEYS_DIR: 'data' }, 'KEYS_DIR is "/srv/staffroom/data"', '/srv/staffroom/data-keys'],
  [{ KEYS_DIR: './data/keys' }, 'KEYS_DIR is "/srv/staffroom/data/keys"', 'a folder elsewhere'],
  [{ TLS_CERT: FILE }, 'TLS_CERT is', 'TLS_KEY'],
  [{ TLS_KEY: FILE }, 'TLS_KEY is', 'TLS_CERT'],
  [{ TLS_CERT: FILE, TLS_KEY: '/no/such.pem' }, 'TLS_KEY is "/no/such.pem"', 'no such file'],
  [{ TRUSTED_PROXY: 'everyone' }, 'TRUSTED_PROXY is "everyone"', '10.0.0.2'],
  [{ DEMO_ANYWHERE: 'yes' }, 'DEMO_ANYWHERE is "yes"', 'Write 1'],
];

for (const [environment, ...expected] of REFUSED) {
  test(`refused with an explanation: ${JSON.stringify(environment)}`, () => {
    assert.throws(
      () => read(environment),
      (error) => {
        assert.ok(error instanceof StartProblem);
        for (const words of expected) assert.ok(error.message.includes(words), error.message);
        assert.ok(!error.message.includes('secret'), 'a password is never shown');
        return true;
      },
    );
  });
}

test('only addresses of this machine count as loopback', () => {
  for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', 'LOCALHOST', '::1'])
    assert.ok(isLoopback(host), host);
  for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.example.org', '']) assert.ok(!isLoopback(host), host);
});
