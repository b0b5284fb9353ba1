import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { giveClass, groupScene } from './groups.scene.ts';

describe('starting a group', () => {
  test('is started from a protocol, on the school’s teaching weeks, with its starter in it', async () => {
    const { as } = await groupScene();
    const beth = await as('beth');
    const form = await beth.get('/groups/new?protocol=journal-club');
    assert.equal(form.status, 200);
    const answer = await beth.post('/groups/new', {
      protocol: 'journal-club',
      title: 'Reading on Thursdays',
      starts_on: '2026-11-19',
      terms: '1',
      joining: 'open',
      seen: 'yes',
    });
    assert.equal(answer.status, 303);
    const home = await beth.get('/groups/reading-on-thursdays');
    assert.match(home.text, /Journal club/);
    assert.match(home.text, /Beth Rees/);
    assert.match((await beth.get('/groups')).text, /Reading on Thursdays/);
    assert.match((await beth.get('/my-learning')).text, /Reading on Thursdays/);
  });

  test('is chosen among protocols that say their length, size and hours, found by words', async () => {
    const { as } = await groupScene();
    const beth = await as('beth');
    const all = await beth.get('/groups/new');
    assert.match(
      all.text,
      /About 12 teaching weeks, within a term\. Club: 3 to 12\.[^]*It asks 7 h 45 min of/,
    );
    const found = await beth.get('/groups/new?words=journal+article');
    assert.match(found.text, /One protocol[^]*href="\/groups\/new\?protocol=journal-club"/);
    assert.match((await beth.get('/groups/new?words=nothing+has+this')).text, /No protocol fits this/);
  });

  test('says what is missing beside its field, and keeps what was typed', async () => {
    const { as } = await groupScene();
    const beth = await as('beth');
    const answer = await beth.post('/groups/new', {
      protocol: 'journal-club',
      title: '',
      question: 'Do summaries help?',
      starts_on: 'Thursday',
      terms: '1',
      joining: 'open',
    });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /Give the group a name\./);
    assert.match(answer.text, /We could not read this date/);
    assert.match(answer.text, /Do summaries help\?/);
  });

  test('whatever only leaders begin is not begun by a teacher', async () => {
    const { as } = await groupScene();
    const beth = await as('beth');
    assert.match(
      (await beth.get('/groups/new?protocol=sustained-programme')).text,
      /by those who lead professional learning/,
    );
    const answer = await beth.post('/groups/new', {
      protocol: 'sustained-programme',
      title: 'Mine',
      starts_on: '2026-11-19',
      terms: '2',
      joining: 'open',
    });
    assert.equal(answer.status, 422);
  });

  test('is started by nobody whom its own protocol keeps out', async () => {
    const { as, people, db } = await groupScene();
    const fields = {
      protocol: 'annotated-research-group',
      title: 'Papers',
      starts_on: '2026-11-19',
      terms: '1',
      joining: 'invited',
    };
    const beth = await as('beth');
    const before = await beth.post('/groups/new', fields);
    assert.equal(before.status, 422);
    assert.match(before.text, /No class is written down for Beth Rees/);
    await giveClass(db, people.beth);
    assert.equal((await beth.post('/groups/new', fields)).status, 303);
  });

  test('no group begins on a weekend or in a far year', async () => {
    const { as } = await groupScene();
    const beth = await as('beth');
    for (const [startsOn, says] of [
      ['2026-11-22', /at a weekend/],
      ['2199-01-01', /more than a year away/],
    ] as const) {
      const answer = await beth.post('/groups/new', {
        protocol: 'journal-club',
        title: 'Reading',
        starts_on: startsOn,
        terms: '1',
        joining: 'open',
      });
      assert.equal(answer.status, 422);
      assert.match(answer.text, says);
    }
  });
});
