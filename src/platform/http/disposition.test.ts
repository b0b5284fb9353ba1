import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FastifyReply } from 'fastify';
import { disposition } from './disposition.ts';
import { sendBytes } from './reply.ts';

test('a name is given twice, in plain letters and whole', () => {
  assert.equal(
    disposition('inline', 'Café 阅读.pdf'),
    `inline; filename="Cafe __.pdf"; filename*=UTF-8''Caf%C3%A9%20%E9%98%85%E8%AF%BB.pdf`,
  );
});

test('what the program makes to be saved is named as carefully as what was uploaded', () => {
  const headers = new Map<string, string>();
  const reply = {
    request: { method: 'GET' },
    code: () => reply,
    type: () => reply,
    headers: () => reply,
    header: (name: string, value: string) => (headers.set(name, value), reply),
    send: () => reply,
  };
  sendBytes(
    { body: '', type: 'text/csv', saveAs: 'answers of \u202efdp.exe'.padEnd(200, 'e') + '.csv' },
    reply as unknown as FastifyReply,
  );
  const sent = headers.get('content-disposition')!;
  assert.match(sent, /^attachment; filename="answers of fdp\.exe/, 'no mark turns the name round');
  assert.equal(/filename="([^"]*)"/.exec(sent)![1]!.length, 120);
  assert.match(sent, /\.csv$/);
});
