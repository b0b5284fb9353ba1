import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#platform/db/ids.ts';
import { careScene, heldOn, offers, wished } from './care.scene.ts';
import { coachingCare } from './index.ts';

/** Tables of what people say and write to one another, and of what they practise. */
const isContent = (name: string): boolean =>
  /^(coaching|coaching_(cycle|signature)|action_step|conversation(_part)?|dialogue_note|preparation_note|brokered_support|relationship_pulse|practice\w*|technique\w*|micro_experiment\w*)$/i.test(
    name,
  );

/** Every such name in a statement, wherever it stands but in a text or behind a point. */
const named = (statement: string): string[] => [
  ...new Set(
    [...statement.replace(/'(?:[^']|'')*'/g, "''").matchAll(/(?<![\w."])"?([a-z]\w*)"?/gi)]
      .map(([, name]) => name!)
      .filter(isContent),
  ),
];

test('the test knows a statement that reads content when it sees one', () => {
  assert.deepEqual(named('select 1 from coaching c join "pairing" p on true'), ['coaching']);
  assert.deepEqual(named("select 'coaching' from coaching_meeting m, coaching_offer"), []);
  assert.deepEqual(named('update action_step set words = $1'), ['action_step']);
  assert.deepEqual(named('select m.practised from "pairing" p, "coaching" c, conversation'), [
    'coaching',
    'conversation',
  ]);
  assert.deepEqual(named('select * from practice_plan join dialogue_note on true'), [
    'practice_plan',
    'dialogue_note',
  ]);
});

test('no page and no change of a co-ordinator or a leader names a table of what people say or write', async () => {
  const { site, school, elin, head, person, pair } = await careScene();
  const one = await pair();
  await heldOn(site.db, school, one.pairingId, one.supporter, '2026-11-04');
  const wish = await wished(site.db, school, one.pairingId, one.learner, 'Quietly', site.clock.now);
  const [ann, mentor] = [await person('Núria Puig'), await person('Mair Mentor')];
  await offers(site.db, school, mentor, 1, site.clock.now);
  const here = '/school/coaching';
  const pairing = `${here}/pairings/${one.pairingId}`;
  const propose = { learner: ann.personId, mentor: mentor.personId, purpose: 'progression' };
  const settings = { contact: '', pulse_weeks: '6', hour_cost: '', cover_cost: '', version: '0' };
  const asked: Record<string, () => Promise<{ status: number }>> = {
    [here]: () => elin.get(`${here}?q=ann&waits=wish&kind=mentoring&state=goes-on&coach=${mentor.personId}`),
    [`${here}/pairings.csv`]: () => elin.get(`${here}/pairings.csv`),
    [`${here}/pairings/:pairing`]: () => elin.get(pairing),
    [`${here}/pairings/:pairing/end`]: () => elin.post(`${pairing}/end`),
    [`${here}/pairings/:pairing/bring-back`]: () => elin.post(`${pairing}/bring-back`),
    [`${here}/wishes/:wish`]: () => elin.get(`${here}/wishes/${wish}`),
    [`${here}/wishes/:wish/settle`]: () => elin.post(`${here}/wishes/${wish}/settle`),
    [`${here}/wishes/:wish/open-again`]: () => elin.post(`${here}/wishes/${wish}/open-again`),
    [`${here}/coaches`]: () => elin.get(`${here}/coaches`),
    [`get ${here}/propose`]: () => elin.get(`${here}/propose`),
    [`post ${here}/propose`]: () => elin.post(`${here}/propose`, propose),
    [`${here}/hours`]: () => elin.get(`${here}/hours`),
    [`${here}/attributes`]: () => elin.get(`${here}/attributes`),
    [`${here}/trend`]: () => elin.get(`${here}/trend`),
    [`get ${here}/settings`]: () => elin.get(`${here}/settings`),
    [`post ${here}/settings`]: () => elin.post(`${here}/settings`, settings),
    [`${here}/counts`]: () => head.get(`${here}/counts`),
  };
  const paths = Object.keys(asked).map((name) => name.replace(/^(get|post) /, ''));
  assert.deepEqual(
    paths.toSorted(),
    coachingCare.routes.map(({ path }) => path).toSorted(),
    'every route is asked',
  );

  for (const [name, ask] of Object.entries(asked)) {
    site.queries.length = 0;
    const answer = await ask();
    assert.ok([200, 303].includes(answer.status), `${name}: ${answer.status}`);
    const tables = site.queries.flatMap((query) => named(query.sql));
    // The trend counts answers over many. A proposal makes the empty row that two people will write in.
    const allowed = name.endsWith('/trend')
      ? ['relationship_pulse']
      : name === `post ${here}/propose`
        ? ['coaching']
        : [];
    assert.deepEqual([...new Set(tables)], allowed, name);
    if (name === `post ${here}/propose`)
      for (const query of site.queries.filter((each) => named(each.sql).includes('coaching')))
        assert.match(query.sql, /^insert into "coaching"/, 'written, never read');
    if (name.endsWith('/trend'))
      for (const query of site.queries.filter((each) => named(each.sql).includes('relationship_pulse')))
        assert.doesNotMatch(query.sql, /\br\.(words|id|person_id as)\b/, 'counts alone leave it');
  }
});

test('the trend shows nothing over five relationships, and shares over six once the round is over', async () => {
  const { site, school, elin, pair } = await careScene();
  const answer = async (n: number, option: string) => {
    const one = await pair({ names: [`Learner ${n}`, `Coach ${n}`] });
    const at = site.clock.now;
    await sql`insert into relationship_pulse (owner_id, id, pairing_id, person_id, round, answers, words, version, answered_at)
      values (${school.id}, ${newId(at)}, ${one.pairingId}, ${one.learner.personId}, '2026-11-02',
        ${JSON.stringify({ open: option })}, 'Words of one', 1, ${at})`.execute(site.db);
  };
  const seen = async () => (await elin.get('/school/coaching/trend')).text;
  for (let n = 0; n < 5; n++) await answer(n, 'yes');
  assert.match(await seen(), /too few/);
  for (let n = 5; n < 11; n++) await answer(n, 'partly');
  const page = await seen();
  assert.match(page, /5 in 10/);
  assert.doesNotMatch(page, /Words of one|Learner \d/);
  site.clock.set('2026-11-15T12:00:00Z');
  assert.match(await seen(), /No round is over yet/, 'while it is open nothing is shown');
});
