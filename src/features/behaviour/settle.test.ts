import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson } from '#test/factories.ts';
import { insertMemberships } from '#features/people/index.ts';
import { runJob } from '#test/deliver.ts';
import { startOfTests } from '#test/site.ts';
import { behaviourJob } from './behaviour.handlers.ts';
import { scene, sentAs } from './behaviour.scene.ts';

test('what is worked out for a whole school asks as often for thirty pupils as for one', async () => {
  const { site, db, school, people, p5, categories, as } = await scene();
  await (
    await as('office')
  ).post('/school/behaviour/rewards', {
    name: 'Oak',
    words: 'Well done.',
    needed: '1',
    counts: 'events',
    span: 'term',
  });
  const ffion = await as('ffion');
  const note = (...pupils: (typeof people.cai)[]) =>
    ffion.post(`/behaviour/classes/${p5}`, sentAs('positive', categories.kind, pupils));
  await note(people.cai);
  await runJob(site, behaviourJob);
  const selects = async () => {
    const asked: string[] = [];
    const log = db.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node.kind);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    await behaviourJob.run({ ...site.services, db: log, signal: new AbortController().signal });
    return asked.length;
  };
  const forOne = await selects();
  const more = [];
  for (let n = 0; n < 30; n++) more.push(await makePerson(db, school, { name: `Pupil ${n}`, kind: 'pupil' }));
  await insertMemberships(
    db,
    school.id,
    more.map(({ personId }) => ({ unitId: p5, personId, part: 'pupil' })),
    startOfTests,
  );
  await note(...more);
  await runJob(site, behaviourJob);
  const { n } = await db
    .selectFrom('notice')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('owner_id', '=', people.ffion.personId)
    .where('kind', '=', 'behaviour.reward')
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  assert.equal(Number(n), 31);
  assert.equal(await selects(), forOne);
});
