import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinCircle } from '#platform/access/circles.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { giveClass, makeGroup } from './groups.scene.ts';

/** A lesson study of Ann, Tomos and Cai that all staff may see. Beth is a colleague, Carys the CPD leader. */
async function scene() {
  const site = await testSite();
  const { db } = site;
  const school = await makeSchool(db);
  const make = (name: string, ...roles: string[]) => makePerson(db, school, { name, roles });
  const people = {
    ann: await make('Ann Puw'),
    tomos: await make('Tomos Bevan'),
    cai: await make('Cai Jones'),
    beth: await make('Beth Rees'),
    carys: await make('Carys Morgan', 'cpd-leader'),
  };
  const group = await makeGroup(db, people.ann, startOfTests, {
    title: 'Fractions in Year 4',
    question: 'Who gives up on thirds?',
    starts_on: '2026-11-18',
    participants: [people.tomos, people.cai],
  });
  return {
    site,
    db,
    school,
    people,
    group,
    here: `/groups/${group.slug}`,
    as: (name: keyof typeof people) => site.as(people[name]),
  };
}

describe('a group', () => {
  test('is started from a protocol, on the school’s teaching weeks, with its starter in it', async () => {
    const { as } = await scene();
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
    const { as } = await scene();
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
    const { as } = await scene();
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
    const { as } = await scene();
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
    const { as, people, db } = await scene();
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

  test('shows where we are, what is next and what waits to be called done; done moves it on', async () => {
    const { as, here, site } = await scene();
    site.clock.set('2026-11-26T16:00:00Z');
    const ann = await as('ann');
    const before = await ann.get(here);
    assert.match(before.text, /aria-current="step"/);
    assert.match(before.text, /Waiting/);
    const answer = await ann.post(`${here}/steps/1/done`);
    assert.equal(answer.status, 303);
    const step = await site.db
      .selectFrom('programme_step')
      .select('done_at')
      .where('owner_id', '=', await ownerOf(site))
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
    assert.ok(step.done_at);
    await ann.post(`${here}/steps/1/not-done`);
    assert.equal((await ann.get(here)).status, 200);
  });

  test('its question is for those in it; its outline for whoever may see that it runs', async () => {
    const { as, here } = await scene();
    for (const name of ['ann', 'tomos', 'cai'] as const)
      assert.match((await (await as(name)).get(here)).text, /Who gives up on thirds\?/, name);
    for (const name of ['beth', 'carys'] as const) {
      const page = await (await as(name)).get(here);
      assert.equal(page.status, 200);
      assert.doesNotMatch(page.text, /Who gives up on thirds\?/, name);
      assert.doesNotMatch(page.text, /Our rhythm/, name);
    }
  });

  test('a group that keeps to itself is closed to colleagues, and its outline open to those who lead learning', async () => {
    const { as, here } = await scene();
    const ann = await as('ann');
    const saved = await ann.post(`${here}/settings`, {
      title: 'Fractions in Year 4',
      joining: 'invited',
      version: '1',
    });
    assert.equal(saved.status, 303, saved.text);
    assert.equal((await (await as('beth')).get(here)).status, 403);
    assert.equal((await (await as('carys')).get(here)).status, 200);
    assert.doesNotMatch((await (await as('beth')).get('/groups?show=running')).text, /Fractions in Year 4/);
  });

  test('nobody puts people into it or changes its steps from outside, whatever their role', async () => {
    const { as, group } = await scene();
    const carys = await as('carys');
    assert.equal((await carys.get(`/programmes/${group.slug}/design`)).status, 403);
    const answer = await carys.post(`/programmes/${group.slug}/people/enrol`, {
      part: 'specialist',
      people: [],
    });
    assert.equal(answer.status, 403);
    const ann = await as('ann');
    assert.equal(
      (await ann.post(`/programmes/${group.slug}/people/enrol`, { part: 'sponsor', people: [] })).status,
      403,
    );
    assert.equal((await ann.get(`/programmes/${group.slug}/design`)).status, 200);
  });

  test('two who write the same part of a report both keep their words', async () => {
    const { as, here } = await scene();
    const [ann, tomos] = [await as('ann'), await as('tomos')];
    const part = `${here}/cycles/1/report/learning`;
    await ann.post(part, { text: 'Pupils drew before they counted.', version: '0' });
    const late = await tomos.post(part, { text: 'They asked each other.', version: '0' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Pupils drew before they counted\./);
    assert.match(late.text, /They asked each other\./);
  });

  test('a report is the group’s until it gives it; then staff read it and it does not change', async () => {
    const { as, here } = await scene();
    const ann = await as('ann');
    assert.equal((await ann.post(`${here}/cycles/1/release`)).status, 422);
    await ann.post(`${here}/cycles/1/report/learning`, { text: 'Drawing came first.', version: '0' });
    assert.equal((await (await as('beth')).get(`${here}/cycles/1/report`)).status, 403);
    assert.equal((await (await as('carys')).get(`${here}/cycles/1/report`)).status, 403);
    await ann.post(`${here}/cycles/1/release`);
    assert.match((await (await as('beth')).get(`${here}/cycles/1/report`)).text, /Drawing came first\./);
    assert.equal(
      (await ann.post(`${here}/cycles/1/report/learning`, { text: 'No.', version: '1' })).status,
      403,
    );
    await (await as('tomos')).post(`${here}/cycles/1/take-back`);
    assert.equal((await (await as('beth')).get(`${here}/cycles/1/report`)).status, 403);
  });

  test('staff read a report that a group which keeps to itself gave, and nothing else of it', async () => {
    const { as, here } = await scene();
    const ann = await as('ann');
    await ann.post(`${here}/settings`, { title: 'Fractions in Year 4', joining: 'invited', version: '1' });
    await ann.post(`${here}/cycles/1/report/learning`, { text: 'Drawing came first.', version: '0' });
    await ann.post(`${here}/cycles/1/release`);
    const beth = await as('beth');
    const report = await beth.get(`${here}/cycles/1/report`);
    assert.match(report.text, /Drawing came first\./);
    assert.doesNotMatch(report.text, new RegExp(`href="${here}["/]`));
    assert.equal((await beth.get(here)).status, 403);
  });

  test('a report is given once, also when two press at once, and is taken back from a closed group too', async () => {
    const { as, here, site } = await scene();
    const [ann, tomos] = [await as('ann'), await as('tomos')];
    await ann.post(`${here}/cycles/1/report/learning`, { text: 'Drawing came first.', version: '0' });
    const answers = await Promise.all([
      ann.post(`${here}/cycles/1/release`),
      tomos.post(`${here}/cycles/1/release`),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 422],
    );
    const events = await site.db
      .selectFrom('event')
      .select('kind')
      .where('owner_id', '=', await ownerOf(site))
      .where('kind', '=', 'cycle-report.released')
      .execute();
    assert.equal(events.length, 1);
    await ann.post(`${here}/close`);
    assert.match((await ann.get(`${here}/cycles/1/report`)).text, /Take it back from the school/);
    assert.equal((await ann.post(`${here}/cycles/1/take-back`)).status, 303);
    assert.equal((await (await as('beth')).get(`${here}/cycles/1/report`)).status, 403);
  });

  test('a meeting is not called done before its day; what is done can be taken back on its own page', async () => {
    const { as, here, site, group } = await scene();
    const ann = await as('ann');
    const meeting = await site.db
      .selectFrom('programme_step')
      .select(['number', 'on_date'])
      .where('owner_id', '=', await ownerOf(site))
      .where('kind', '=', 'meeting')
      .orderBy('on_date')
      .executeTakeFirstOrThrow();
    const early = await ann.post(`${here}/steps/${meeting.number}/done`);
    assert.equal(early.status, 422);
    assert.match(early.text, /move it to that day first/);
    site.clock.set(`${meeting.on_date}T16:00:00Z`);
    const that = await as('ann');
    const page = `/programmes/${group.slug}/steps/${meeting.number}`;
    assert.match((await that.get(page)).text, /This step is done/);
    await that.post(`${here}/steps/${meeting.number}/done`);
    assert.match((await that.get(page)).text, /It is not done after all/);
  });

  test('no group begins on a weekend or in a far year', async () => {
    const { as } = await scene();
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

  test('what one began to write in a report, a question or a theme is there again', async () => {
    const { as, here, site, db } = await scene();
    const [ann, carys] = [await as('ann'), await as('carys')];
    const cycle = await db
      .selectFrom('group_cycle')
      .select('id')
      .where('owner_id', '=', await ownerOf(site))
      .executeTakeFirstOrThrow();
    const keep = (by: typeof ann, key: string, fields: Record<string, string>) =>
      by.post('/drafts/keep', { draft_key: key, ...fields });
    await keep(ann, `cycle-report:${cycle.id}:learning`, { text: 'Half a sentence about', version: '0' });
    await keep(ann, `cycle-question:${cycle.id}`, { question: 'Or is it the words?', version: '1' });
    await keep(carys, 'yearly-theme:lesson-study', { title: 'How pupils', about: '', version: '0' });
    assert.match((await ann.get(`${here}/cycles/1/report`)).text, /Half a sentence about/);
    assert.doesNotMatch((await (await as('tomos')).get(`${here}/cycles/1/report`)).text, /Half a sentence/);
    assert.match((await ann.get(`${here}/cycles`)).text, /Or is it the words\?/);
    assert.match((await carys.get('/groups/year/lesson-study')).text, /value="How pupils"/);
  });

  test('what waits in it is not shown outside it', async () => {
    const { as, here, site } = await scene();
    site.clock.set('2026-12-10T16:00:00Z');
    assert.match((await (await as('ann')).get(here)).text, /0 of \d+ steps done/);
    for (const name of ['beth', 'carys'] as const) {
      const { text } = await (await as(name)).get(here);
      assert.doesNotMatch(text, /steps done|Waiting/, name);
      assert.doesNotMatch(text, /18 November/, name);
    }
  });

  test('a next cycle can be taken back while nothing has happened in it, and begun again', async () => {
    const { as, here, site } = await scene();
    const ann = await as('ann');
    const steps = async () =>
      (
        await site.db
          .selectFrom('programme_step')
          .select('id')
          .where('owner_id', '=', await ownerOf(site))
          .where('ended_at', 'is', null)
          .execute()
      ).length;
    const before = await steps();
    const begin = () =>
      ann.post(`${here}/cycles`, { question: 'And halves?', starts_on: '2027-01-11', after: '1' });
    await begin();
    assert.ok((await steps()) > before);
    assert.equal((await ann.post(`${here}/cycles/2/undo`)).status, 303);
    assert.equal(await steps(), before);
    assert.doesNotMatch((await ann.get(`${here}/cycles`)).text, /And halves\?/);
    assert.equal((await begin()).status, 303);
    const number = await site.db
      .selectFrom('programme_step')
      .select('number')
      .where('owner_id', '=', await ownerOf(site))
      .where('cycle', '=', 2)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow();
    site.clock.set('2027-03-19T16:00:00Z');
    const later = await as('ann');
    await later.post(`${here}/steps/${number.number}/done`);
    assert.equal((await later.post(`${here}/cycles/2/undo`)).status, 422);
  });

  test('what is for groups does nothing to a programme that is led, and what is for those nothing to a group', async () => {
    const { as, db, school, here, people, site } = await scene();
    const carys = await as('carys');
    await carys.post('/programmes/new', {
      template: 'whole-school-coaching',
      title: 'Coaching for all',
      starts_on: '2026-11-23',
      terms: '1',
      aim: 'transform',
      change_kind: 'additive',
    });
    const led = await db
      .selectFrom('programme')
      .select(['id', 'slug'])
      .where('owner_id', '=', school.id)
      .where('sort', '=', 'programme')
      .executeTakeFirstOrThrow();
    const circle = { ownerId: school.id, circleId: led.id, part: 'participant' };
    await joinCircle(db, circle, [people.carys.personId, people.ann.personId], site.clock.now);
    for (const [below, fields] of [
      ['steps/1/done', {}],
      ['steps/1/not-done', {}],
      ['settings', { title: 'Open', joining: 'open', seen: 'yes', version: '1' }],
      ['close', {}],
      ['reopen', {}],
      ['cycles', { question: '', starts_on: '2027-01-11', after: '1' }],
      ['cycles/1/question', { question: 'Mine?', version: '1' }],
      ['cycles/1/undo', {}],
      ['version', { to: '1' }],
      ['cycles/1/report/learning', { text: 'x', version: '0' }],
      ['cycles/1/release', {}],
    ] as const)
      assert.equal((await carys.post(`/groups/${led.slug}/${below}`, fields)).status, 404, below);
    const ann = await as('ann');
    const ofGroup = here.replace('/groups/', '/programmes/');
    for (const below of ['design/about', 'design/questions', 'check', 'publish', 'copy'])
      assert.equal((await ann.get(`${ofGroup}/${below}`)).status, 404, below);
    for (const [below, fields] of [
      ['publish', {}],
      ['withdraw', {}],
      ['close', {}],
      ['reopen', {}],
      ['copy', { title: 'Mine', starts_on: '2026-11-23' }],
    ] as const)
      assert.equal((await ann.post(`${ofGroup}/${below}`, fields)).status, 404, below);
    assert.equal((await ann.get(here)).status, 200);
  });

  test('two who begin the next cycle at once begin one', async () => {
    const { as, here, site, group } = await scene();
    const [ann, tomos] = [await as('ann'), await as('tomos')];
    const fields = { question: 'And halves?', starts_on: '2027-01-11', after: '1' };
    const answers = await Promise.all([
      ann.post(`${here}/cycles`, fields),
      tomos.post(`${here}/cycles`, fields),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 422],
    );
    const cycles = await site.db
      .selectFrom('group_cycle')
      .select('number')
      .where('owner_id', '=', await ownerOf(site))
      .where('programme_id', '=', group.id)
      .execute();
    assert.equal(cycles.length, 2);
  });

  test('a closed group can be read and not written', async () => {
    const { as, here } = await scene();
    const ann = await as('ann');
    await ann.post(`${here}/close`);
    assert.equal((await ann.get(here)).status, 200);
    assert.equal((await ann.post(`${here}/steps/1/done`)).status, 403);
    assert.equal(
      (await ann.post(`${here}/cycles`, { question: '', starts_on: '2027-01-11', after: '1' })).status,
      403,
    );
    await ann.post(`${here}/reopen`);
    assert.equal((await ann.post(`${here}/steps/1/done`)).status, 303);
  });

  test('hours of everything one takes part in are added up for oneself', async () => {
    const { as } = await scene();
    const hours = await (await as('tomos')).get('/groups/hours');
    assert.match(hours.text, /Autumn/);
    assert.match(hours.text, /Fractions in Year 4/);
    assert.match((await (await as('beth')).get('/groups/hours')).text, /Nothing is asked of you/);
  });

  test('the theme of the year is set by those who lead learning, over the version they saw', async () => {
    const { as } = await scene();
    const carys = await as('carys');
    const set = (title: string, version: string) =>
      carys.post('/groups/year/lesson-study', { title, about: '', version });
    assert.equal((await set('How pupils explain', '0')).status, 303);
    assert.equal((await set('How pupils draw', '1')).status, 303);
    assert.equal((await set('How pupils sing', '1')).status, 409);
    const page = await (await as('beth')).get('/groups/year/lesson-study');
    assert.match(page.text, /How pupils draw/);
    assert.match(page.text, /Fractions in Year 4: /);
    assert.equal(
      (await (await as('beth')).post('/groups/year/lesson-study', { title: 'Mine', version: '2' })).status,
      403,
    );
    assert.equal((await (await as('beth')).get('/groups/year/journal-club')).status, 404);
  });
});

const ownerOf = async (site: Awaited<ReturnType<typeof testSite>>): Promise<string> =>
  (await site.db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()).id;
