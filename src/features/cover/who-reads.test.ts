import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monday, type Named, scene, words } from './cover.scene.ts';

const why = 'An appointment at the hospital';

test('why somebody is away: the person, the cover manager, administrators and the head, and nobody else anywhere', async () => {
  const { as, away, ask, jobs, school, db } = await scene();
  const absence = await away('ffion', { words: why });
  await ask(absence, '7A', '09:00', 'tomos');
  await jobs();
  const { id: cover } = await db
    .selectFrom('cover')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  const table: Record<Named, 'reads' | 'away' | 'nothing'> = {
    head: 'reads',
    office: 'reads',
    keeper: 'reads',
    ffion: 'reads',
    senior: 'away',
    huw: 'away',
    tomos: 'away',
    owain: 'away',
    nia: 'away',
    guest: 'nothing',
    parent: 'nothing',
    cai: 'nothing',
  };
  const pages = [
    '/today',
    `/cover?day=${monday}`,
    absence,
    '/cover/absences',
    '/cover/term',
    `/cover/plan?day=${monday}`,
    `/cover/asked/${cover}`,
    `/week?on=${monday}`,
  ];
  for (const [name, expected] of Object.entries(table) as [Named, string][]) {
    const browser = await as(name);
    const answers = await Promise.all(pages.map((path) => browser.get(path)));
    const all = answers.map(({ text }) => text).join(' ');
    assert.equal(all.includes(why), expected === 'reads', `${name} and the words`);
    if (expected !== 'reads') assert.doesNotMatch(words(all), /\bill\b/i, `${name} and the kind`);
    assert.equal(answers[2]!.status, expected === 'reads' ? 200 : expected === 'away' ? 404 : 403, name);
    const day = words(answers[1]!.text);
    if (expected !== 'nothing') assert.match(day, /Away Ffion Puw/, name);
    else assert.equal(answers[1]!.status, 403, name);
    const suggests = /Suggested:/.test(day);
    assert.equal(suggests, ['head', 'office', 'keeper'].includes(name), `${name} and the suggestions`);
  }
});

test('a training or a trip is seen by colleagues where the person lets them, an illness never', async () => {
  const { as, away } = await scene();
  await away('ffion', { kind: 'training', words: 'In Cardiff', shown: 'yes' });
  await away('owain', { kind: 'ill', words: 'A cold', shown: 'yes' });
  const page = words((await (await as('huw')).get(`/cover?day=${monday}`)).text);
  assert.match(page, /Ffion Puw , training; In Cardiff/);
  assert.doesNotMatch(page, /\bill\b|A cold/i);
});

test('one says it of oneself alone; whoever keeps cover says it for who rings', async () => {
  const { as, away, people } = await scene();
  const other = await (
    await as('huw')
  ).post('/cover/away', {
    when: 'today',
    kind: 'ill',
    person: people.ffion.personId,
  });
  assert.equal(other.status, 422);
  const absence = await away('ffion', {}, 'keeper');
  assert.match(words((await (await as('ffion')).get(absence)).text), /Written down by Sian Rees/);
  assert.equal((await (await as('huw')).post(`${absence}/back`)).status, 404);
  const twice = await (await as('ffion')).post('/cover/away', { when: 'days', from_on: monday, kind: 'ill' });
  assert.equal(twice.status, 422);
  assert.match(words(twice.text), /written down as away already/);
});
