import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinCircle } from '#platform/access/circles.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { catalogue, type Protocol } from '#features/evidence/index.ts';
import { giveClass } from './groups.scene.ts';
import { makePerson, makeSchool, type TestPerson } from '#test/factories.ts';
import { type Browser, testSite } from '#test/site.ts';

/**
 * Every protocol that comes with Staffroom is started, run to its end and reported on, as the people in it would:
 * through the pages, with the clock moved from step to step.
 */
describe('every protocol', () => {
  for (const protocol of catalogue().protocols) test(protocol.id, () => runToItsEnd(protocol));
});

async function runToItsEnd(protocol: Protocol): Promise<void> {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const starter = await makePerson(site.db, school, { name: 'Ann Puw', roles: ['cpd-leader'] });
  await giveClass(site.db, starter);
  const run = await start(protocol, await site.as(starter));
  const programme = await site.db
    .selectFrom('programme')
    .select(['id', 'slug', 'template_id', 'template_version', 'sort'])
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  assert.equal(programme.sort, run);
  assert.equal(programme.template_id, protocol.id);
  assert.equal(programme.template_version, protocol.version);
  let met = 0;
  // Whoever starts a group takes part in it; a programme is led for others, and five can be counted together.
  const wanted = run === 'programme' ? 5 : Math.min(protocol.groupSize.min, 8) - 1;
  const others = await fill(protocol, programme.id);
  const here = run === 'group' ? `/groups/${programme.slug}` : `/programmes/${programme.slug}`;
  if (run === 'programme') await (await site.as(starter)).post(`/programmes/${programme.slug}/publish`);

  const steps = await site.db
    .selectFrom('programme_step')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('programme_id', '=', programme.id)
    .orderBy('on_date')
    .orderBy('number')
    .execute();
  const laidOut = protocol.stages.flatMap((stage) => stage.steps);
  assert.equal(
    steps.length,
    laidOut.reduce((sum, step) => sum + (step.repeats?.times ?? 1), 0),
  );
  assert.deepEqual(new Set(steps.map(({ stage }) => stage)), new Set(protocol.stages.map(({ id }) => id)));

  for (const [day, ofDay] of Map.groupBy(steps, ({ on_date: on }) => on)) {
    site.clock.set(`${day}T15:30:00Z`);
    // Weeks pass between two days, so everybody signs in anew.
    const [ann, other] = [await site.as(starter), await site.as(others[0] ?? starter)];
    const page = await other.get(`/programmes/${programme.slug}/steps/${ofDay[0]!.number}`);
    assert.equal(page.status, 200, `${ofDay[0]!.title}: ${page.status}`);
    if (run === 'programme') {
      await meetOn(ofDay, ann);
      continue;
    }
    for (const step of ofDay) {
      const done = await ann.post(`${here}/steps/${step.number}/done`);
      assert.equal(done.status, 303, `${step.title}: ${done.status} ${done.text}`);
    }
  }

  const ann = await site.as(starter);
  const home = await ann.get(here);
  assert.equal(home.status, 200);
  if (run === 'programme') {
    assert.match(home.text, /All steps have passed|It ends today/);
    return evaluated(ann, steps[0]!.on_date, steps.at(-1)!.on_date);
  }
  assert.match(home.text, /Every step of this cycle is done/);
  for (const part of protocol.report) {
    const saved = await ann.post(`${here}/cycles/1/report/${part.id}`, {
      text: `Of ${part.title}: we saw twelve pupils try again.`,
      version: '0',
    });
    assert.equal(saved.status, 303, saved.text);
  }
  const given = await ann.post(`${here}/cycles/1/release`);
  assert.equal(given.status, 303, given.text);
  const colleague = await site.as(await makePerson(site.db, school, { name: 'Tomos Bevan' }));
  const report = await colleague.get(`${here}/cycles/1/report`);
  assert.equal(report.status, 200, report.text);
  for (const part of protocol.report) assert.match(report.text, new RegExp(`Of ${escaped(part.title)}`));
  if (protocol.yearly) {
    const year = await colleague.get(`/groups/year/${protocol.id}`);
    assert.match(year.text, /we saw twelve pupils try again/);
  }
  await another(protocol, here, ann, steps.length);

  /** Those of a programme that leaders run come together: where the page of a step has a roll, everybody is marked. */
  async function meetOn(ofDay: readonly { number: number }[], by: Browser): Promise<void> {
    const roll = `/programmes/${programme.slug}/steps/${ofDay[0]!.number}/attendance/everybody`;
    if (!(await by.get(roll.replace('/attendance/everybody', ''))).text.includes(roll)) return;
    const marked = await by.post(roll);
    assert.equal(marked.status, 303, marked.text);
    met++;
  }

  /** What came of a programme is its evaluation: planned, and published with what happened in it. */
  async function evaluated(by: Browser, first: string, last: string): Promise<void> {
    const participants = others.slice(0, wanted);
    const plan = await by.post(`${here}/evaluation/plan/change`, {
      version: '0',
      pupils: 'Pupils who give up when a task is new',
      learning: 'They try a second way.',
      noticing: 'They say what they will try next.',
      whoMeasures: 'Each teacher',
      comparison: 'none',
      comparisonAbout: '',
      baseline: first,
      middle: addDays(first, 1),
      end: addDays(last, 1),
      delayed: addDays(last, 200),
    });
    assert.equal(plan.status, 303, plan.text);
    // Nothing was measured, so the page goes out with what those who take part say together, once each agrees.
    await by.post(`${here}/evaluation/summary`, { says: 'We saw twelve pupils try again.', version: '0' });
    for (const each of participants) {
      const released = await (
        await site.as(each)
      ).post(`${here}/evaluation/summary/release`, { version: '1' });
      assert.equal(released.status, 303, released.text);
    }
    const published = await by.post(`${here}/evaluation/publish`);
    assert.equal(published.status, 303, published.text);
    const head = await site.as(await makePerson(site.db, school, { name: 'Gwen Davies', roles: ['head'] }));
    const page = await head.get(`${here}/evaluation/published`);
    assert.equal(page.status, 200, page.text);
    assert.match(page.text, /What happened/);
    assert.match(page.text, /We saw twelve pupils try again\./);
    assert.ok(met > 0);
  }

  /** As many colleagues as the protocol asks for at the least, in the parts of its roles. */
  async function fill({ roles }: Protocol, circleId: string): Promise<TestPerson[]> {
    const join = async (part: string): Promise<TestPerson> => {
      const person: TestPerson = await makePerson(site.db, school);
      await joinCircle(site.db, { ownerId: school.id, circleId, part }, [person.personId], site.clock.now);
      return person;
    };
    const teachers = Array.from({ length: wanted }, () => 'participant');
    const beside = roles.filter(({ part, min }) => part !== 'participant' && part !== 'sponsor' && min > 0);
    return Promise.all([...teachers, ...beside.map(({ part }) => part)].map(join));
  }

  /** Cycles that were laid out at the start come first; beyond them the stages that go round again. */
  async function another(
    { again, stages }: Protocol,
    group: string,
    by: Browser,
    before: number,
  ): Promise<void> {
    const startsOn = addDays(site.clock.now.toISOString().slice(0, 10), 7);
    const laidOut = Math.max(...stages.map(({ cycle }) => cycle));
    for (let after = 1; after < laidOut; after++) {
      const next = await by.post(`${group}/cycles`, { after, question: 'And then?', starts_on: startsOn });
      assert.equal(next.status, 303, next.text);
    }
    const answer = await by.post(`${group}/cycles`, {
      after: laidOut,
      question: 'And the quiet ones?',
      starts_on: startsOn,
    });
    const later = await site.db
      .selectFrom('programme_step')
      .select(['cycle', 'stage', 'on_date'])
      .where('owner_id', '=', school.id)
      .where('programme_id', '=', programme.id)
      .where('number', '>', before)
      .execute();
    if (!again) {
      assert.equal(answer.status, 422);
      assert.deepEqual(later, []);
      return;
    }
    assert.equal(answer.status, 303, answer.text);
    assert.deepEqual(
      new Set(later.map(({ stage }) => stage)),
      new Set(again.stages),
      'the stages that go round again, each once',
    );
    assert.ok(later.every(({ cycle }) => cycle > laidOut));
    assert.ok(later.every(({ on_date: on }) => on >= startsOn));
    assert.match((await by.get(group)).text, /And the quiet ones\?/);
  }
}

/** Starts it as whoever may: a group, or a programme where only leaders start one. Answers which it was. */
async function start(protocol: Protocol, ann: Browser): Promise<'group' | 'programme'> {
  const common = {
    title: `Our ${protocol.title}`,
    starts_on: '2026-11-23',
    terms: String(protocol.terms[0]),
  };
  if (protocol.startedBy === 'leaders') {
    const answer = await ann.post('/programmes/new', {
      ...common,
      template: protocol.id,
      aim: 'transform',
      change_kind: 'disruptive',
    });
    assert.equal(answer.status, 303, answer.text);
    return 'programme';
  }
  const answer = await ann.post('/groups/new', {
    ...common,
    protocol: protocol.id,
    question: 'Which pupils give up, and when?',
    joining: 'invited',
    seen: 'yes',
  });
  assert.equal(answer.status, 303, answer.text);
  return 'group';
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
