import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileAnswer } from './serve.ts';

const photo = { name: 'board.jpg', mediaType: 'image/jpeg', bytes: 1000, sha256: 'a'.repeat(64) };
const headersFor = (mediaType: string, name = 'x') => fileAnswer({ ...photo, mediaType, name }).headers;

test('a picture is shown in place, shut in and never guessed at', () => {
  const { status, headers, range } = fileAnswer(photo);
  assert.equal(status, 200);
  assert.equal(range, null);
  assert.equal(headers['content-type'], 'image/jpeg');
  assert.match(headers['content-disposition'] ?? '', /^inline; /);
  assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'");
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['content-length'], '1000');
  assert.match(headers['cache-control'] ?? '', /private/);
  assert.match(fileAnswer(photo, { download: true }).headers['content-disposition'] ?? '', /^attachment; /);
});

test('what could run in a browser is a download of plain bytes, whatever type a row claims', () => {
  for (const type of [
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'text/xml',
    'application/javascript',
    'text/plain',
    'application/x-shockwave-flash',
    'image/jpeg\r\nx-evil: 1',
  ]) {
    const headers = headersFor(type);
    assert.equal(headers['content-type'], 'application/octet-stream', type);
    assert.match(headers['content-disposition'] ?? '', /^attachment; /);
    assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'");
  }
});

test('a document or a recording keeps its type and is still a download', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  for (const type of ['application/pdf', 'video/mp4', 'audio/mpeg', 'image/heic', word]) {
    assert.equal(headersFor(type)['content-type'], type);
    assert.match(headersFor(type)['content-disposition'] ?? '', /^attachment; /);
  }
});

test('a name in any script arrives whole, with a plain one for old readers', () => {
  assert.equal(
    headersFor('application/pdf', 'Café 阅读 "1" (final)*.pdf')['content-disposition'],
    `attachment; filename="Cafe __ _1_ (final)_.pdf"; filename*=UTF-8''Caf%C3%A9%20%E9%98%85%E8%AF%BB%20%221%22%20%28final%29_.pdf`,
  );
});

test('a name cannot add a header, name a folder, or hide its ending', () => {
  const header = (name: string) => headersFor('application/pdf', name)['content-disposition'] ?? '';
  for (const name of [
    'a\r\nSet-Cookie: x=1',
    '../../etc/passwd',
    'C:\\boot.ini',
    'gpj.\u202eexe',
    '\ud800',
    '',
    '...',
    'a"; filename="b.exe',
  ]) {
    assert.match(
      header(name),
      /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.~!$&+%-]+$/,
      name,
    );
  }
  assert.doesNotMatch(header('../../etc/passwd'), /\//);
  assert.match(header('gpj.\u202eexe'), /filename="gpj\.exe"/);
  assert.match(header(''), /filename="file"/);
  assert.match(header(`${'long '.repeat(100)}.docx`), /filename="[^"]{115,120}"/);
  assert.match(header(`${'long '.repeat(100)}.docx`), /\.docx"/);
});

test('a player may ask for a part', () => {
  const ask = (range: string) => {
    const answer = fileAnswer(photo, { range });
    return [answer.status, answer.headers['content-range'], answer.headers['content-length'], answer.range];
  };
  assert.deepEqual(ask('bytes=0-99'), [206, 'bytes 0-99/1000', '100', { start: 0, end: 99 }]);
  assert.deepEqual(ask('bytes=900-'), [206, 'bytes 900-999/1000', '100', { start: 900, end: 999 }]);
  assert.deepEqual(ask('bytes=-1'), [206, 'bytes 999-999/1000', '1', { start: 999, end: 999 }]);
  assert.deepEqual(ask('bytes=-5000'), [206, 'bytes 0-999/1000', '1000', { start: 0, end: 999 }]);
  assert.deepEqual(ask('bytes=990-5000'), [206, 'bytes 990-999/1000', '10', { start: 990, end: 999 }]);
});

test('a part beyond the end is refused with the true length', () => {
  for (const range of ['bytes=1000-', 'bytes=5000-6000', 'bytes=-0']) {
    const answer = fileAnswer(photo, { range });
    assert.equal(answer.status, 416, range);
    assert.equal(answer.headers['content-range'], 'bytes */1000');
    assert.equal(answer.range, null);
  }
  assert.equal(fileAnswer({ ...photo, bytes: 0 }, { range: 'bytes=0-' }).status, 416);
});

test('a part that makes no sense, or several parts, brings the whole file', () => {
  for (const range of ['bytes=', 'bytes=-', 'bytes=9-1', 'lines=1-2', 'bytes=0-1,5-6', 'bytes=a-b']) {
    assert.equal(fileAnswer(photo, { range }).status, 200, range);
  }
});

test('a file the browser still has is not sent again, and a part only of the same file', () => {
  const etag = `"${photo.sha256}"`;
  assert.equal(fileAnswer(photo, { ifNoneMatch: `"other", W/${etag}` }).status, 304);
  assert.equal(fileAnswer(photo, { ifNoneMatch: '"other"' }).status, 200);
  assert.equal(fileAnswer(photo, { range: 'bytes=0-1', ifRange: etag }).status, 206);
  assert.equal(fileAnswer(photo, { range: 'bytes=0-1', ifRange: '"other"' }).status, 200);
});
