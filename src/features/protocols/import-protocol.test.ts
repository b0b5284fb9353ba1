import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '#test/random.ts';
import { catalogue, Protocol } from '#features/evidence/index.ts';
import { publishable, scene } from './protocols.scene.ts';
import { largestFile, readProtocolFile } from './read-protocol-file.ts';
import { selectTemplates } from './template.queries.ts';

/** A protocol leaves as a file and comes in again whole; whatever else comes in as a file does no harm. */

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const fresh = (): Record<string, unknown> =>
  JSON.parse(JSON.stringify(catalogue().protocols.find(({ id }) => id === 'sustained-programme'))) as Record<
    string,
    unknown
  >;
const problemsOf = (bytes: Uint8Array) => {
  const read = readProtocolFile(bytes);
  assert.ok('problems' in read && read.problems.length > 0, 'it was taken in');
  return read.problems;
};

test('every protocol that comes with Staffroom is read again from the file that its page gives', async () => {
  const { asAnn } = await scene();
  for (const protocol of catalogue().protocols) {
    const file = await asAnn.get(`/protocols/${protocol.id}/file`);
    assert.equal(file.status, 200);
    assert.match(file.headers['content-disposition']!, new RegExp(`attachment.*${protocol.id}\\.json`));
    const read = readProtocolFile(file.bytes);
    assert.ok('protocol' in read, JSON.stringify(read));
    assert.deepEqual(read.protocol, protocol);
  }
});

test('a file becomes a draft of the school’s own: under another name where its own is taken, with its source kept', async () => {
  const { asLeader, asAnn, template, draft } = await scene();
  const { bytes } = await asAnn.get('/protocols/sustained-programme/file');
  const file = { field: 'file', name: 'from-hill-lane.json', type: 'application/json', body: bytes };
  const taken = await asLeader.post('/protocols/mine/import', {}, [file]);
  assert.equal(taken.to, '/protocols/mine/own-sustained-programme', taken.text);
  assert.match(taken.said, /under the name own-sustained-programme/);
  const { draft: _draft, ...row } = await template('own-sustained-programme');
  assert.deepEqual([row.imported_from, row.published_version], ['from-hill-lane.json', null]);
  assert.deepEqual((await draft('own-sustained-programme')).source, fresh().source);
  await asLeader.post('/protocols/mine/own-sustained-programme/publish', { version: 1 });
  const page = await asAnn.get('/protocols/own-sustained-programme');
  assert.match(page.text, /It was imported from a file, “from-hill-lane\.json”/);
});

test('a protocol that a school wrote goes out and comes in with the same words', async () => {
  const { asLeader, asAnn } = await scene();
  const here = await publishable(asLeader);
  await asLeader.post(`${here}/publish`, { version: 4 });
  const { bytes } = await asAnn.get('/protocols/own-marking-club/file');
  const read = readProtocolFile(bytes);
  assert.ok('protocol' in read, JSON.stringify(read));
  assert.equal(read.protocol.title, 'Marking club');
});

test('a file that does not fit is refused with every place and reason in plain words, and nothing is kept', async () => {
  const { site, school, asLeader } = await scene();
  const wrong = fresh();
  wrong.title = '';
  wrong.colour = 'red';
  (wrong.stages as { steps: { kind: string; week: unknown }[] }[])[0]!.steps[0]!.kind = 'dance';
  (wrong.stages as { steps: { kind: string; week: unknown }[] }[])[0]!.steps[1]!.week = 'soon';
  const answer = await asLeader.post('/protocols/mine/import', {}, [
    { field: 'file', name: 'wrong.json', body: JSON.stringify(wrong) },
  ]);
  assert.match(answer.text, /Nothing was changed\./);
  assert.match(answer.text, /<code>title<\/code>:\s+it is empty/);
  assert.match(answer.text, /does not have: colour/);
  assert.match(
    answer.text,
    /<code>stages\[0\]\.steps\[0\]\.kind<\/code>:\s+one of these belongs there: input, modelling/,
  );
  assert.match(answer.text, /<code>stages\[0\]\.steps\[1\]\.week<\/code>:\s+a number belongs there/);
  assert.doesNotMatch(answer.text, /expected|ZodError|Invalid/);
  assert.deepEqual(await selectTemplates(site.db, school.id), []);
  assert.equal((await asLeader.post('/protocols/mine/import', {}, [])).status, 422);
});

test('huge, deep, broken and wrongly written files are refused', () => {
  for (const [name, bytes] of Object.entries({
    'larger than it may be': new Uint8Array(largestFile + 1).fill(0x20),
    'a million brackets': new TextEncoder().encode('['.repeat(1_000_000)),
    'deep and closed': new TextEncoder().encode('['.repeat(500_000) + ']'.repeat(500_000)),
    'deep inside': new TextEncoder().encode(
      JSON.stringify(fresh()).replace('"weeks":23', `"weeks":${'['.repeat(9000)}${']'.repeat(9000)}`),
    ),
    empty: new Uint8Array(),
    'UTF-16': new Uint8Array(Buffer.from(`\uFEFF${JSON.stringify(fresh())}`, 'utf16le')),
    'Windows-1252': new Uint8Array(Buffer.from('{"title":"Enqu\xeate"}', 'latin1')),
    'a list': bytesOf([fresh()]),
    nothing: bytesOf(null),
    'a picture': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
  }))
    assert.ok(
      problemsOf(bytes).every(({ reason }) => reason !== ''),
      name,
    );
});

test('a file with a mark of UTF-8 before it is read', () => {
  const bytes = new Uint8Array(Buffer.from(`\uFEFF${JSON.stringify(fresh())}`, 'utf8'));
  assert.ok('protocol' in readProtocolFile(bytes));
});

test('characters that are none, endless texts, far weeks and endless repeats are refused with their place', () => {
  const { stages } = fresh() as unknown as Protocol;
  const pathOfLast = `stages[${stages.length - 1}].steps[${stages.at(-1)!.steps.length - 1}].week`;
  const cases: [string, (protocol: Protocol) => void][] = [
    ['plain', (protocol) => (protocol.plain = 'a\0b')],
    ['suits', (protocol) => (protocol.suits = 'a\ud800b')],
    ['limits[0]', (protocol) => (protocol.limits[0] = 'x'.repeat(6000))],
    ['weeks', (protocol) => (protocol.weeks = 1e9)],
    [pathOfLast, (protocol) => (protocol.stages.at(-1)!.steps.at(-1)!.week = 4000)],
    [
      'stages',
      (protocol) => {
        for (const step of protocol.stages.flatMap(({ steps }) => steps))
          step.repeats = { times: 60, every: 1 };
      },
    ],
  ];
  for (const [path, spoil] of cases) {
    const protocol = fresh() as unknown as Protocol;
    spoil(protocol);
    assert.ok(
      problemsOf(bytesOf(protocol)).some((problem) => problem.path === path),
      path,
    );
  }
});

test('keys of prototypes change nothing but that the file is refused, or that they are left out', () => {
  const text = JSON.stringify(fresh());
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
    const read = readProtocolFile(
      new TextEncoder().encode(text.replace('{', `{${JSON.stringify(key)}:{"polluted":true},`)),
    );
    if ('protocol' in read)
      assert.deepEqual(Object.keys(read.protocol).toSorted(), Object.keys(fresh()).toSorted());
    assert.equal(({} as { polluted?: true }).polluted, undefined);
  }
});

test('markup in texts is shown as text, wherever a protocol is shown', async () => {
  const { asLeader, asAnn } = await scene();
  const marked = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(marked)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value).map(([key, each]) => [
              key,
              typeof each === 'string' && each.includes(' ')
                ? `<img src=x onerror=alert(1)> ${each}`
                : marked(each),
            ]),
          )
        : value;
  const file = { field: 'file', name: '<script>.json', body: JSON.stringify(marked(fresh())) };
  const { to } = await asLeader.post('/protocols/mine/import', {}, [file]);
  assert.ok(to, 'it was taken in');
  await asLeader.post(`${to}/publish`, { version: 1 });
  for (const path of [
    to,
    `${to}/about`,
    `${to}/lists/roles`,
    `${to}/try`,
    `${to}/steps/modelling`,
    `${to}/versions`,
  ])
    assert.doesNotMatch((await asLeader.get(path)).text, /<img src=x|<script>\.json/, path);
  const page = await asAnn.get(to.replace('/mine', ''));
  assert.match(page.text, /&lt;img src=x/);
  assert.doesNotMatch(page.text, /<img src=x|<script>\.json/);
});

/** One value anywhere in a protocol put in the place of another, so that most of it stays as it should be. */
function spoilt(value: unknown, pick: (n: number) => number): unknown {
  const others = [null, '', 0, -1, 1e15, true, [], {}, 'x', ['x'], { id: 'x' }, '\0', undefined];
  if (typeof value !== 'object' || value === null || pick(6) === 0) return others[pick(others.length)];
  const keys = Object.keys(value);
  const key = keys[pick(keys.length)];
  if (key === undefined) return others[pick(others.length)];
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  copy[key] = spoilt(copy[key], pick);
  return copy;
}

test('whatever is changed in a file, it is either refused with places or read as a protocol that can be drawn', async () => {
  const { below: pick } = seeded(20261122);
  let [refused, read] = [0, 0];
  for (let round = 0; round < 400; round++) {
    const result = readProtocolFile(bytesOf(spoilt(fresh(), pick) ?? null));
    if ('protocol' in result) {
      read++;
      assert.deepEqual(Protocol.parse(result.protocol), result.protocol);
    } else {
      refused++;
      for (const { path, reason } of result.problems) {
        assert.equal(typeof path, 'string');
        assert.ok(reason.length > 0);
      }
    }
  }
  assert.ok(refused > 100 && read > 0, `${refused} refused, ${read} read`);
});
