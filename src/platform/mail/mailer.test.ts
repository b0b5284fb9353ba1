import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { createMailer, MailNotSent } from './mailer.ts';
import { startSmtpSink } from './smtp-sink.test-helper.ts';

const from = 'Brook School <staffroom@brook.example>';
const now = () => new Date('2026-11-22T15:03:12Z');
const hello = { to: 'nia@brook.example', subject: 'Hello', text: 'Two things are waiting.\n' };
let home: string;
let folder: string;
let sink: Awaited<ReturnType<typeof startSmtpSink>>;

before(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'staffroom-mail-'));
  sink = await startSmtpSink();
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(home, 'test-'));
  sink.received.length = 0;
  sink.refuse = '';
});
after(async () => {
  await sink.stop();
  await rm(home, { recursive: true, force: true });
});

const inFolder = async (sub = '') => (await readdir(path.join(folder, sub)).catch(() => [])).sort();
/** The head of a mail with folded lines joined, one entry a header. */
const headOf = (mail: string) => (mail.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');

test('without a mail server a mail becomes a file one can open, named by time and recipient', async () => {
  const mailer = createMailer({ from, folder, now });
  await mailer.send(hello);
  const [name = '', ...others] = await inFolder();
  assert.deepEqual(others, []);
  assert.match(name, /^20261122T150312Z-nia@brook\.example-[0-9a-f]{12}\.eml$/);
  const mail = await readFile(path.join(folder, name), 'utf8');
  const head = headOf(mail);
  assert.ok(head.includes('From: Brook School <staffroom@brook.example>'));
  assert.ok(head.includes('To: nia@brook.example'));
  assert.ok(head.includes('Subject: Hello'));
  assert.ok(head.includes('Date: Sun, 22 Nov 2026 15:03:12 +0000'));
  assert.ok(head.includes('Auto-Submitted: auto-generated'));
  assert.match(mail, /\r\n\r\nTwo things are waiting\.\r\n/);
});

test('two mails in one second are two files', async () => {
  const mailer = createMailer({ from, folder, now });
  await Promise.all([mailer.send(hello), mailer.send(hello)]);
  assert.equal((await inFolder()).length, 2);
});

test('a mail with an HTML part has the plain one first', async () => {
  await createMailer({ from, folder, now }).send({ ...hello, html: '<p>Two things</p>' });
  const mail = await readFile(path.join(folder, (await inFolder())[0] ?? ''), 'utf8');
  assert.match(mail, /multipart\/alternative/);
  assert.ok(mail.indexOf('text/plain') < mail.indexOf('text/html'));
});

test('nobody can add a header or a recipient, whatever they write', async () => {
  const mailer = createMailer({ from, folder, now });
  for (const to of [
    'a@b.example\r\nBcc: all@b.example',
    'a@b.example, c@b.example',
    'A <a@b.example>',
    'a',
    '',
    'a@b@c',
    'a b@c',
  ]) {
    await assert.rejects(mailer.send({ ...hello, to }), RangeError, to);
  }
  await mailer.send({ ...hello, subject: 'Hi\r\nBcc: all@b.example\r\n\r\n<b>body</b>\u2028x' });
  const mail = await readFile(path.join(folder, (await inFolder())[0] ?? ''), 'utf8');
  assert.ok(headOf(mail).every((line) => !line.startsWith('Bcc')));
  assert.ok(headOf(mail).includes('Subject: Hi Bcc: all@b.example <b>body</b> x'));
});

test('a recipient cannot lead the file out of its folder', async () => {
  await createMailer({ from, folder, now }).send({ ...hello, to: '../../nia/x@brook.example' });
  const [name = ''] = await inFolder();
  assert.match(name, /^20261122T150312Z-__?_+nia_x@brook\.example-[0-9a-f]{12}\.eml$/);
});

test('with a mail server a mail is handed over, and no copy stays in the folder', async () => {
  const mailer = createMailer({ smtpUrl: sink.url, from, folder, now });
  await mailer.send({ ...hello, subject: 'Cyfarfod ddydd Mawrth – 阅读', text: '.\nHello\n' });
  mailer.close();
  assert.equal(sink.received.length, 1);
  const [mail] = sink.received;
  assert.equal(mail?.from, 'staffroom@brook.example');
  assert.deepEqual(mail?.to, ['nia@brook.example']);
  const subject = headOf(mail?.content ?? '').find((line) => line.startsWith('Subject: ')) ?? '';
  assert.equal(decoded(subject.slice(9)), 'Cyfarfod ddydd Mawrth – 阅读');
  assert.match(mail?.content ?? '', /\r\n\r\n\.\r\nHello\r\n/);
  assert.deepEqual(await inFolder('unsent'), []);
});

test('a mail the server does not take is kept, says why, and goes with the next attempt', async () => {
  const mailer = createMailer({ smtpUrl: sink.url, from, folder, now });
  const mail = { ...hello, id: '0199-outbox-message' };
  sink.refuse = '451 the post room is closed';
  for (let attempt = 0; attempt < 2; attempt++) {
    await assert.rejects(mailer.send(mail), (error) => {
      assert.ok(error instanceof MailNotSent);
      assert.match(error.message, /the post room is closed/);
      return true;
    });
  }
  assert.equal((await inFolder('unsent')).length, 1, 'two attempts keep one copy');
  sink.refuse = '';
  await mailer.send(mail);
  await mailer.send(mail);
  mailer.close();
  const ids = sink.received.map(({ content }) =>
    headOf(content).find((line) => line.startsWith('Message-ID')),
  );
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1], 'the same mail has the same identity');
  assert.deepEqual(await inFolder('unsent'), []);
});

test('a mail server that cannot be reached loses nothing', async () => {
  const gone = await startSmtpSink();
  await gone.stop();
  const mailer = createMailer({ smtpUrl: gone.url, from, folder, now });
  await assert.rejects(mailer.send(hello), MailNotSent);
  mailer.close();
  assert.equal((await inFolder('unsent')).length, 1);
});

/** RFC 2047: words in base64 or quoted letters, put together again. */
function decoded(header: string): string {
  const parts = header.replace(/\?=\s+=\?/g, '?==?').matchAll(/=\?UTF-8\?([BQ])\?(.*?)\?=|([^=]+)/gi);
  const bytes = [...parts].map(([, kind, coded = '', plain = '']) => {
    if (!kind) return Buffer.from(plain);
    if (kind.toUpperCase() === 'B') return Buffer.from(coded, 'base64');
    const latin = coded
      .replaceAll('_', ' ')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(latin, 'latin1');
  });
  return Buffer.concat(bytes).toString('utf8');
}
