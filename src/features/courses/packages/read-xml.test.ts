import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '#platform/errors.ts';
import { childAt, readXml, textAt, xmlOf } from './read-xml.ts';

const read = (text: string, ...without: string[]) => readXml(Buffer.from(text), new Set(without));

test('elements are read without their prefixes, with words of every kind', async () => {
  const root = await read(
    '<?xml version="1.0"?><a:m xmlns:a="x" a:id="1"><t>a &amp; b<![CDATA[ <c>]]></t><t/></a:m>',
  );
  assert.equal(root.name, 'm');
  assert.equal(root.attributes.id, '1');
  assert.equal(textAt(root, 't'), 'a & b <c>');
  assert.equal((await readXml(Buffer.from('\ufeff<a>é</a>', 'utf16le'))).text, 'é');
  assert.equal(
    (await readXml(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'))).text,
    'é',
  );
  assert.equal(textAt(await read(xmlOf(root)), 't'), 'a & b <c>');
});

test('what nobody may read is never kept', async () => {
  const root = await read(
    '<f><name>x</name><posts><post><name>Ann</name></post></posts><b>y</b></f>',
    'posts',
  );
  assert.equal(childAt(root, 'posts'), undefined);
  assert.doesNotMatch(JSON.stringify(root), /Ann/);
  assert.equal(textAt(root, 'b'), 'y');
});

test('documents that bring entities, never end or are no XML are refused', async () => {
  const lines = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    '',
  );
  for (const text of [
    '<!DOCTYPE a><a/>',
    `<!DOCTYPE a [<!ENTITY l0 "lol">${lines}]><a>&l9;</a>`,
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    '<!DOCTYPE a SYSTEM "https://evil.example/x.dtd"><a/>',
    '<a>&unknown;</a>',
    '<a>'.repeat(10_000),
    `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`,
    '<a><b></a>',
    '<a/><b/>',
    '',
    'words',
    '<a',
    '\u0000\u0001',
  ])
    await assert.rejects(read(text), Refused, text.slice(0, 60));
});

test('a huge attribute takes no time', async () => {
  const began = performance.now();
  await read(`<a x="${'y'.repeat(5_000_000)}"/>`);
  await read(`<a ${Array.from({ length: 20_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`);
  assert.ok(performance.now() - began < 5000);
});
