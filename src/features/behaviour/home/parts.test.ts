import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composed, type Given } from '#platform/access/composed.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import type { TestPerson } from '#test/factories.ts';
import { deliver } from '#test/deliver.ts';
import { scene, sentAs, waitingOn } from '../behaviour.scene.ts';
import { behaviourOfChild, behaviourOnToday, behaviourPartOfChild, behaviourPartOfToday } from '../index.ts';

const today = '2026-11-18';

const askToday = composed((who, given: Given<{ today: string }>) => ({
  lines: behaviourOnToday(who, given),
}));
const askChild = composed((who, given: Given<{ today: string; child: string }>) => ({
  lines: behaviourOfChild(who, given),
}));

async function parts() {
  const made = await scene();
  const { db, school, people, p5, categories, as } = made;
  const ffion = await as('ffion');
  const note = (tone: 'positive' | 'negative', category: string, more: Record<string, string>) =>
    ffion.post(`/behaviour/classes/${p5}`, sentAs(tone, category, people.cai, more));
  await note('positive', categories.kind, {});
  await note('positive', categories.kept, { seen: 'kept', words: 'Between us.' });
  await note('negative', categories.unkind, {});
  await (
    await as('office')
  ).post('/school/behaviour/rewards', {
    name: 'Oak',
    words: 'Well done.',
    needed: '2',
    counts: 'events',
    span: 'term',
  });
  const planned = await ffion.post(`/behaviour/pupils/${people.cai.personId}/follow-ups`, {
    kind: 'talk',
    words: 'What now?',
    on: today,
    at: '17:00',
    minutes: '10',
    place: 'Library',
    supervisor: people.tomos.personId,
    told_how: '',
  });
  assert.equal(planned.status, 303);
  const whoIs = async ({ personId, name }: TestPerson) =>
    new Who(
      await selectStanding(
        db,
        { personId, name, locale: 'en-GB', theme: 'auto' },
        { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' },
        today,
      ),
      'administration',
    );
  const words = (part: unknown) =>
    String(part || '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
  return {
    ...made,
    onToday: async (name: keyof typeof people) => {
      const who = await whoIs(people[name]);
      const { lines } = await askToday(db, who, { today });
      return words(behaviourPartOfToday(lines, { who } as Visit));
    },
    ofChild: async (name: keyof typeof people) => {
      const child = people.cai.personId;
      const { lines } = await askChild(db, await whoIs(people[name]), { today, child });
      return words(behaviourPartOfChild(lines, child));
    },
  };
}

/** What waits on Today as links: each is said again for whoever hears its button. */
const waitingList = (text: string): string =>
  [...waitingOn(text).matchAll(/<a href="[^"]*">([^<]*)<\/a>/g)].map(([, says]) => says).join('\n');

test('Today: a pupil has what went well; staff have what waits for them, each thing once', async () => {
  const { onToday, site, as } = await parts();
  const cai = await onToday('cai');
  assert.match(cai, /What went well lately Kind to somebody/);
  assert.doesNotMatch(cai, /Unkind|Between us|Kept going/);
  for (const name of ['mali', 'lowri', 'office', 'guest', 'ffion', 'tomos', 'head'] as const)
    assert.equal(await onToday(name), '', name);
  await deliver(site);
  for (const [name, says] of [
    ['tomos', /You are with Cai Roberts at 17:00: Library/g],
    ['ffion', /Cai Roberts has reached Oak: give it/g],
  ] as const)
    assert.equal(
      [...waitingList((await (await as(name)).get('/today')).text).matchAll(says)].length,
      1,
      name,
    );
});

test('a child’s page: what went well, for whoever is told of behaviour, and nothing at all for others', async () => {
  const { ofChild } = await parts();
  const lowri = await ofChild('lowri');
  assert.match(lowri, /What went well Kind to somebody/);
  assert.match(lowri, /Planned to put something right: 18 November 2026, 17:00, Library/);
  assert.doesNotMatch(lowri, /Unkind|Between us/);
  for (const name of ['dylan', 'rhian', 'ffion', 'mali'] as const)
    assert.equal(await ofChild(name), '', name);
});
