import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { watchForm, watchTransfer } from './watch-body.ts';

/** What arrives of a body of 10 bytes, sent as one does, while `watch` looks on. */
async function arrives(
  t: TestContext,
  watch: (request: IncomingMessage) => void,
  send: (line: Socket) => Promise<void>,
): Promise<{ text: string; answer: string }> {
  let text = '';
  const server = createServer((request, response) => {
    watch(request);
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('error', () => {});
    request.on('end', () => response.end('all of it'));
  });
  server.requestTimeout = 0;
  t.after(() => server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const line = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  line.on('data', (piece) => (answer += piece.toString())).on('error', () => {});
  const closed = once(line, 'close');
  line.write('PATCH / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 10\r\n\r\n');
  await send(line);
  await closed;
  return { text, answer };
}

const patience = { silentFor: 300, looksEvery: 30 };

test('a slow line is not cut while bytes still come, though the whole takes far longer than a silence may', async (t) => {
  const { text, answer } = await arrives(
    t,
    (request) => watchTransfer(request, patience),
    async (line) => {
      for (const byte of '0123456789') {
        await pause(60);
        line.write(byte);
      }
    },
  );
  assert.equal(text, '0123456789');
  assert.match(answer, /200 OK/);
});

test('a line on which nothing comes any more is given up, and what arrived stays', async (t) => {
  const { text, answer } = await arrives(
    t,
    (request) => watchTransfer(request, patience),
    async (line) => void line.write('01234'),
  );
  assert.equal(text, '01234');
  assert.match(answer, /^HTTP\/1\.1 408 /);
});

test('a form has to arrive whole in its time, though bytes still come', async (t) => {
  const { text, answer } = await arrives(
    t,
    (request) => watchForm(request, 200),
    async (line) => {
      for (const byte of '0123456789') {
        await pause(60);
        if (!line.destroyed) line.write(byte);
      }
    },
  );
  assert.ok(text.length < 10);
  assert.match(answer, /^HTTP\/1\.1 408 /);
});

test('what waits here to be read is not the line’s fault', async (t) => {
  const { answer } = await arrives(
    t,
    (request) => {
      watchTransfer(request, patience);
      // Taken up only after twice the silence.
      request.pause();
      setTimeout(() => request.resume(), 2 * patience.silentFor);
    },
    async (line) => void line.write('0123456789'),
  );
  assert.match(answer, /200 OK/);
});
