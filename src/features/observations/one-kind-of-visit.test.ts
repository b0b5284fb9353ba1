import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { beforeMigration, type Before } from '#test/schema/before-migration.ts';

const migration = '20261122_1950__observations__one_kind_of_visit.sql';
const [school, ffion, tomos] = [randomUUID(), randomUUID(), randomUUID()];
const [open, closed] = [randomUUID(), randomUUID()];
const [signed, moved, end] = ['2026-10-01T09:00:00Z', '2026-10-02T09:00:00Z', '2026-11-01T09:00:00Z'];

/** What an agreement had planned: Ffion observes Tomos. */
interface Plan {
  in?: string;
  on?: string;
  done?: string;
  off?: string;
}

let db: Before;
const plans = new Map<string, string>();
const records = new Map<string, string>();

async function plan(name: string, { in: agreement = open, on = '2026-11-25', done, off }: Plan = {}) {
  const id = randomUUID();
  plans.set(name, id);
  await db.query(
    `insert into agreement_observation (owner_id, id, agreement_id, observer_id, observed_id, on_date, starts_at, place,
      created_at, changed_at, done_at, called_off_at) values ($1, $2, $3, $4, $5, $6, '10:15', 'Room 4', $7, $7, $8, $9)`,
    [school, id, agreement, ffion, tomos, on, signed, done ?? null, off ?? null],
  );
  return id;
}

/** The observation that was opened from a plan. */
async function record(name: string, { yes, off, on }: { yes?: string; off?: string; on: string }) {
  const id = randomUUID();
  records.set(name, id);
  await db.query(
    `insert into item (owner_id, id, kind, purpose, author_id, circle_id, excludes_managers, created_at)
      values ($1, $2, 'observation', 'learning', $3, $4, true, $5)`,
    [school, id, tomos, open, signed],
  );
  await db.query(
    `insert into observation (owner_id, id, circle_id, plan_id, kind, observed_id, observer_id, proposed_by, on_date,
      starts_at, minutes, place, pupils, focus, version, created_at, changed_at, accepted_at, called_off_at)
      values ($1, $2, $3, $4, 'peer', $5, $6, $6, $7, '08:00', 30, 'Hall', 'Year 5', 'Who writes first', 1, $8, $8, $9, $10)`,
    [school, id, open, plans.get(name), tomos, ffion, on, signed, yes ?? null, off ?? null],
  );
}

const observation = async (id: string) =>
  (
    await db.query(
      `select o.plan_id, o.on_date::text as on, o.focus, o.accepted_at is not null as agreed,
        o.called_off_at as off, o.done_at as done, i.author_id, i.circle_id, i.excludes_managers as "withoutManagers", u.key
      from observation o join item i on i.owner_id = o.owner_id and i.id = o.id
      left join audience u on u.owner_id = i.owner_id and u.id = i.audience_id where o.owner_id = $1 and o.id = $2`,
      [school, id],
    )
  )[0];

const ends: (() => Promise<void>)[] = [];
after(async () => {
  for (const each of ends) await each();
});

before(async () => {
  db = await beforeMigration(migration, (work) => void ends.push(work));
  // Of what an agreement stands on, nothing is looked at here.
  await db.query(
    'alter table agreement drop constraint agreement_programme, drop constraint agreement_form_version',
  );
  for (const [id, closedAt] of [
    [open, null],
    [closed, end],
  ])
    await db.query(
      `insert into agreement (owner_id, id, programme_id, form_version, proposal, answers, version, written_by,
        written_at, review_round, created_at, closed_at) values ($1, $2, $2, 1, '', '{}', 1, $3, $4, 0, $4, $5)`,
      [school, id, ffion, signed, closedAt],
    );
  await plan('alone');
  await plan('done', { on: '2026-10-14', done: '2026-10-14T15:00:00Z' });
  await plan('opened');
  await record('opened', { yes: signed, on: '2026-11-27' });
  await plan('asked');
  await record('asked', { on: '2026-11-30' });
  await plan('called off on its page');
  await record('called off on its page', { yes: signed, off: moved, on: '2026-11-25' });
  await plan('called off in both', { off: moved });
  await record('called off in both', { yes: signed, off: moved, on: '2026-11-25' });
  await plan('closed', { in: closed });
  await plan('closed, past', { in: closed, on: '2026-10-20' });
  const key = `person:${ffion} edit`;
  await db.query('insert into audience (owner_id, id, key, created_at) values ($1, $2, $3, $4)', [
    school,
    randomUUID(),
    key,
    signed,
  ]);
  await db.query(
    `insert into notice (owner_id, id, from_owner, item_id, kind, subject_key, href, created_at)
      values ($1, $2, $3, $4, 'agreement.observation', $5, '/agreements', $6)`,
    [tomos, randomUUID(), school, open, plans.get('alone'), signed],
  );
  await db.query(
    'insert into draft (owner_id, organisation_id, key, body, saved_at) values ($1, $2, $3, $4, $5)',
    [tomos, school, `observation:of-${plans.get('alone')}`, '{"focus":"Who says because"}', signed],
  );
  await db.migrate();
});

test('a plan without a page becomes an observation with its id: the observed teacher’s, open to the observer', async () => {
  const id = plans.get('alone')!;
  assert.deepEqual(await observation(id), {
    plan_id: id,
    on: '2026-11-25',
    focus: '',
    agreed: true,
    off: null,
    done: null,
    author_id: tomos,
    circle_id: open,
    withoutManagers: true,
    key: `person:${ffion} edit`,
  });
  const grants = await db.query('select principal, ability from audience_grant where owner_id = $1', [
    school,
  ]);
  assert.deepEqual(grants, [{ principal: `person:${ffion}`, ability: 'edit' }]);
});

test('what took place has taken place', async () => {
  assert.deepEqual((await observation(plans.get('done')!))!.done, new Date('2026-10-14T15:00:00Z'));
});

test('one that had its page stays that one, on the day it was moved to', async () => {
  const { plan_id, on, focus } = (await observation(records.get('opened')!))!;
  assert.deepEqual([plan_id, on, focus], [plans.get('opened'), '2026-11-27', 'Who writes first']);
  assert.equal(await observation(plans.get('opened')!), undefined);
});

test('a day that nobody had said yes to gives way to the one both signed', async () => {
  const { on, agreed } = (await observation(records.get('asked')!))!;
  assert.deepEqual([on, agreed], ['2026-11-25', true]);
  assert.equal(await observation(plans.get('asked')!), undefined);
});

test('where its page was called off and the agreement waited, the plan stands again', async () => {
  const name = 'called off on its page';
  assert.equal((await observation(records.get(name)!))!.plan_id, null);
  assert.equal((await observation(plans.get(name)!))!.off, null);
});

test('called off in both it is one, called off', async () => {
  const name = 'called off in both';
  const { plan_id, off } = (await observation(records.get(name)!))!;
  assert.deepEqual([plan_id, off], [plans.get(name), new Date(moved)]);
  assert.equal(await observation(plans.get(name)!), undefined);
});

test('in a partnership that was closed, what was to come is called off as by closing it', async () => {
  assert.deepEqual((await observation(plans.get('closed')!))!.off, new Date(end));
  assert.equal((await observation(plans.get('closed, past')!))!.off, null);
});

test('reminders are told of anew, of what is to come alone; what was begun to be written goes on', async () => {
  assert.deepEqual(await db.query('select 1 from notice'), []);
  const told = await db.query(
    `select body->>'itemId' as id, body->>'circleId' as circle from outbox where owner_id = $1 and kind = $2`,
    [school, 'observation.planned'],
  );
  assert.deepEqual(
    new Set(told.map(({ id }) => id)),
    new Set([
      plans.get('alone'),
      records.get('opened'),
      records.get('asked'),
      plans.get('called off on its page'),
    ]),
  );
  assert.ok(told.every(({ circle }) => circle === open));
  const drafts = await db.query('select key from draft where owner_id = $1', [tomos]);
  assert.deepEqual(drafts, [{ key: `observation:${plans.get('alone')}:arrange` }]);
});
