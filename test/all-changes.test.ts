import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionRoute } from '#platform/http/route.ts';
import { leaksOf } from './leaks.ts';
import { stockOf } from './stock.ts';
import { missingVisit, type PostVisit } from './visit-map.ts';
import { visitedSite } from './visited-site.ts';
import { personas, type Persona } from './world.ts';

/** Every change, tried by everybody who may not make it, with what the rightful person would send. */

const { site, world, routes, browserOf } = await visitedSite();

const stock = () => stockOf(site.db);

test('a word that changes in a row is seen, and so is its return', async () => {
  const before = await stock();
  const rename = (from: string, to: string) =>
    site.db
      .updateTable('organisation')
      .set({ name: to })
      .where('id', '=', world.school.id)
      .where('name', '=', from)
      .execute();
  await rename(world.school.name, 'Another name');
  assert.notDeepEqual(await stock(), before);
  await rename('Another name', world.school.name);
  assert.deepEqual(await stock(), before);
});

for (const { key, feature, route, attack } of routes) {
  if (route.sort !== 'action' || route.access === 'anyone') continue;

  test(`${key} is described`, () => {
    assert.ok(attack, missingVisit(feature, 'POST', route));
    if (attack.fieldsIncomplete) return;
    const parsed = route.input.safeParse(texts(attack.fields));
    assert.ok(
      parsed.success,
      `test/visits gives ${key} fields that its form would not send: ${parsed.error?.message}`,
    );
  });

  if (attack) test(`${key} is refused to others, and writes nothing`, () => attackAs(key, route, attack));
}

async function attackAs(key: string, route: ActionRoute, attack: PostVisit): Promise<void> {
  const before = await stock();
  for (const who of personas.filter((each) => !mayDo(route, attack, each))) {
    const answer = await (await browserOf(who)).post(attack.path, attack.fields);
    assert.ok(
      [401, 403, 404, 422].includes(answer.status),
      `${who} sent ${key} to ${attack.path} and got ${answer.status} ${answer.to}; add them to "by" if they may.`,
    );
    assert.deepEqual(leaksOf(answer, who, world, route), [], `${key} as ${who}`);
  }
  assert.deepEqual(await stock(), before, `${key} was refused and still wrote something`);
}

function mayDo(route: ActionRoute, { by, fields }: PostVisit, who: Persona): boolean {
  if (by === 'signed-in') return who !== 'nobody';
  // What names nothing of this school is done by another school's head in theirs.
  if (who === 'other-head' && !route.path.includes(':') && !Object.values(fields).flat().some(namesSomething))
    return true;
  return by.includes(who);
}

const namesSomething = (value: string | number): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(value));

/** As a form would send it. */
const texts = (fields: PostVisit['fields']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  );
