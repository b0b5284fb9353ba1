import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inputOf } from './media.test-helper.ts';
import { ownerOf } from './own-connection.ts';
import { withServedInput } from './serve-input.ts';

const content = Buffer.from('0123456789');
const get = (address: string, range?: string) =>
  fetch(address, { headers: { connection: 'close', ...(range && { range }) } });

test('the whole and each part of it can be read', () =>
  withServedInput(inputOf(content), async (address) => {
    const whole = await get(address);
    assert.deepEqual([whole.status, await whole.text()], [200, '0123456789']);
    const part = await get(address, 'bytes=2-4');
    assert.deepEqual([part.status, await part.text()], [206, '234']);
    assert.equal(part.headers.get('content-range'), 'bytes 2-4/10');
    assert.equal(await (await get(address, 'bytes=8-')).text(), '89');
    assert.equal((await get(address, 'bytes=10-')).status, 416);
  }));

test('no other path leads there, and its own cannot be guessed', () =>
  withServedInput(inputOf(content), async (address) => {
    const { origin, pathname, hostname } = new URL(address);
    assert.equal(hostname, '127.0.0.1');
    assert.match(pathname, /^\/[0-9a-f]{64}$/);
    for (const path of ['/', `${pathname}/`, '/secret.mp4'])
      assert.equal((await get(origin + path)).status, 404);
    assert.equal((await fetch(address, { method: 'POST' })).status, 404);
  }));

test('when the work is over, or failed, nothing answers there', async () => {
  const address = await withServedInput(inputOf(content), async (there) => there);
  await assert.rejects(get(address));
  let failed = '';
  await assert.rejects(
    withServedInput(inputOf(content), async (there) => {
      failed = there;
      throw new Error('Enough.');
    }),
    /Enough/,
  );
  await assert.rejects(get(failed));
});

test('whatever goes wrong in reading is thrown, also when the reader took it for an end', async () => {
  const failing = { bytes: 10, open: async () => Promise.reject(new Error('The key is missing.')) };
  await assert.rejects(
    withServedInput(failing, (address) => get(address).catch(() => null)),
    /The key is missing/,
  );
  const short = { ...inputOf(content), bytes: 20 };
  await assert.rejects(
    withServedInput(short, async (address) =>
      (await get(address)).text().then(
        () => null,
        () => null,
      ),
    ),
    /Of 20 bytes only 10/,
  );
});

test('a reader that leaves early is no failure', async () => {
  const endless = { bytes: 1e9, open: async () => createReadStream('/dev/zero', { end: 1e9 - 1 }) };
  await withServedInput(endless, async (address) => {
    const response = await get(address);
    await response.body?.cancel();
  });
});

test('a reader that leaves before it is answered is no failure', async () => {
  await withServedInput(inputOf(content), async (address) => {
    const { port, pathname } = new URL(address);
    for (let times = 0; times < 30; times += 1) {
      const line = connect(Number(port), '127.0.0.1').on('error', () => {});
      line.write(`GET ${pathname} HTTP/1.1\r\nHost: x\r\n\r\n`);
      await pause(times % 5);
      line.destroy();
    }
    await pause(100);
  });
});

test('another account of this machine is turned away', async () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:A455 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 12 1',
    '   1: 0100007F:1F90 0100007F:A455 01 00000000:00000000 00:00000000 00000000     0        0 13 1',
  ].join('\n');
  assert.equal(ownerOf(table, 0xa455, 0x1f90), 1001);
  assert.equal(ownerOf(table, 0x1f90, 0xa455), 0);
  assert.equal(ownerOf(table, 0xa456, 0x1f90), undefined);
  // Only root can try it as somebody else.
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  await withServedInput(inputOf(content), async (address) => {
    const curl = [
      '-c',
      `exec 3<>/dev/tcp/127.0.0.1/${new URL(address).port}
      printf 'GET ${new URL(address).pathname} HTTP/1.0\\r\\n\\r\\n' >&3; head -1 <&3`,
    ];
    const ask = async (as: object) => (await promisify(execFile)('bash', curl, as)).stdout;
    assert.match(await ask({}), /200/);
    assert.match(await ask({ uid: 65_534, gid: 65_534, cwd: '/' }), /404/);
  });
});
