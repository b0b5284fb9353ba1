import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, catalogue, type MembershipRule } from '#features/evidence/index.ts';
import { type Random, seeded } from '#test/random.ts';
import {
  type GroupPerson,
  type GroupProtocol,
  mostIn,
  partsFor,
  type PersonFacts,
  ruleOf,
  whyNot,
  whyNotAsGuest,
} from './membership-rules.ts';

const protocol = (id: string): GroupProtocol => byId(catalogue().protocols, id);

const person = (more: Partial<PersonFacts> = {}): PersonFacts => ({
  personId: 'a',
  name: 'Ann Bowen',
  kind: 'staff',
  leads: false,
  teachesClass: true,
  manages: [],
  managedBy: [],
  ...more,
});
const inIt = (...ids: string[]): GroupPerson[] =>
  ids.map((personId) => ({ personId, name: `Person ${personId}`, parts: ['participant'] }));

test('each thing in the way is said in words, with whose rule it is', () => {
  const reading = protocol('annotated-research-group');
  const cases: [PersonFacts, string, RegExp, boolean][] = [
    [person({ leads: true }), 'leader', /Ann Bowen leads the school/, true],
    [person({ teachesClass: false }), 'no-class', /No class is written down/, true],
    [person({ kind: 'guest' }), 'guest', /A guest comes into this group as Translator/, false],
    [person({ kind: 'pupil' }), 'not-of-the-school', /neither works at the school/, false],
    [person({ kind: null }), 'not-of-the-school', /neither works at the school/, false],
  ];
  for (const [who, kind, words, oneSchool] of cases) {
    const found = whyNot(who, { protocol: reading, people: [] }, 'participant');
    assert.equal(found?.kind, kind);
    assert.match(found!.words, words);
    assert.equal(found!.oneSchool, oneSchool);
  }
  assert.deepEqual(
    whyNot(person({ leads: true }), { protocol: reading, people: [] }, 'participant')?.source,
    ruleOf(reading, 'no-leaders')?.source,
  );
});

test('line managers are kept out both ways round, and named to those in the group alone', () => {
  const pairs = protocol('peer-observation');
  const inside = { protocol: pairs, people: inIt('b', 'c'), readerId: 'c' };
  for (const readerId of ['a', 'd', undefined]) {
    const group = { protocol: pairs, people: inIt('b'), ...(readerId && { readerId }) };
    for (const who of [{ manages: ['b'] }, { managedBy: ['b'] }])
      assert.doesNotMatch(whyNot(person(who), group, 'participant')!.words, /Person/);
  }
  const manages = whyNot(person({ manages: ['b'] }), inside, 'participant');
  assert.match(manages!.words, /^Ann Bowen is Person b’s line manager\. Partners do not manage/);
  const managed = whyNot(person({ managedBy: ['b'] }), inside, 'participant');
  assert.match(managed!.words, /^Person b is Ann Bowen’s line manager\./);
  assert.equal(
    whyNot(person({ manages: ['c'] }), { protocol: pairs, people: inIt('b') }, 'participant'),
    undefined,
  );
  const spiral = protocol('spiral-of-enquiry');
  assert.equal(
    whyNot(person({ manages: ['b'] }), { protocol: spiral, people: inIt('b') }, 'participant'),
    undefined,
  );
});

test('a group is full by its size, and a role by its own', () => {
  const pairs = protocol('peer-observation');
  assert.equal(mostIn(pairs, 'participant'), 3);
  assert.equal(whyNot(person(), { protocol: pairs, people: inIt('b', 'c') }, 'participant'), undefined);
  const full = whyNot(person(), { protocol: pairs, people: inIt('b', 'c', 'd') }, 'participant');
  assert.equal(full?.kind, 'full');
  assert.equal(
    whyNot(person(), { protocol: pairs, people: inIt('b', 'c', 'd') }, 'specialist'),
    undefined,
    'who knows more takes nobody’s place',
  );
  assert.equal(mostIn(protocol('case-study-review'), 'participant'), 8, 'authors and reviewers together');
  assert.equal(mostIn(protocol('scenario'), 'facilitator'), 2);
  assert.equal(
    mostIn(protocol('sustained-programme'), 'participant'),
    null,
    'partnerships side by side limit no programme',
  );
  assert.equal(mostIn(undefined, 'participant'), null);
});

test('guests are full members only where they are welcome', () => {
  assert.deepEqual(partsFor(protocol('journal-club'), 'guest'), []);
  assert.deepEqual(partsFor(protocol('spiral-of-enquiry'), 'guest'), ['specialist']);
  assert.ok(partsFor(protocol('unconference'), 'guest').includes('participant'));
});

test('for one stage nobody must teach a class, and line managers and leaders stay out all the same', () => {
  const reading = protocol('annotated-research-group');
  const guest = person({ kind: 'guest', teachesClass: false });
  assert.equal(whyNotAsGuest(guest, { protocol: reading, people: inIt('b') }), undefined);
  assert.equal(
    whyNotAsGuest(person({ leads: true }), { protocol: reading, people: inIt('b') })?.kind,
    'leader',
  );
  const pairs = protocol('peer-observation');
  const manager = { manages: ['b'], kind: 'guest' as const };
  assert.equal(whyNotAsGuest(person(manager), { protocol: pairs, people: inIt('b') })?.kind, 'line-manager');
  assert.equal(whyNotAsGuest(person(), { protocol: pairs, people: inIt('a') })?.kind, 'in-it');
});

const rules: MembershipRule['rule'][] = [
  'no-line-managers',
  'no-leaders',
  'teachers-only',
  'guests-welcome',
  'own-choice',
];

function randomProtocol(random: Random): GroupProtocol {
  const base = protocol(random.pick(catalogue().protocols).id);
  const membership = random
    .some(rules)
    .map((rule) => ({ rule, words: `As ${rule} says.`, source: base.source }));
  const min = 1 + random.below(3);
  return { ...base, membership, groupSize: { of: 'group', min, max: min + random.below(4) } };
}

test('in random schools, whoever is let in one after the other keeps every rule of the protocol', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = seeded(seed);
    const ids = Array.from({ length: 12 }, (_, n) => `p${n}`);
    const managerOf = new Map(ids.map((id) => [id, random.maybe(0.6) ? random.pick(ids) : undefined]));
    const school = ids.map((personId) =>
      person({
        personId,
        name: personId,
        kind: random.pick(['staff', 'staff', 'staff', 'guest', 'pupil', null] as const),
        leads: random.maybe(0.2),
        teachesClass: random.maybe(0.7),
        manages: ids.filter((other) => other !== personId && managerOf.get(other) === personId),
        managedBy: ids.filter((other) => other !== personId && managerOf.get(personId) === other),
      }),
    );
    const group = { protocol: randomProtocol(random), people: [] as GroupPerson[] };
    for (let turn = 0; turn < 40; turn++) {
      const who = random.pick(school);
      const part = random.pick(['participant', 'facilitator', 'specialist'] as const);
      if (whyNot(who, group, part)) continue;
      const before = group.people.find(({ personId }) => personId === who.personId);
      const others = group.people.filter((each) => each !== before);
      group.people = [...others, { ...who, parts: [...(before?.parts ?? []), part] }];
    }
    const has = (rule: MembershipRule['rule']) => ruleOf(group.protocol, rule) !== undefined;
    const members = group.people.map(({ personId, parts }) => ({
      ...school.find((each) => each.personId === personId)!,
      parts,
    }));
    const participants = members.filter(({ parts }) => parts.includes('participant'));
    const most = mostIn(group.protocol, 'participant');
    const says = `seed ${seed}`;
    assert.ok(most === null || participants.length <= most, says);
    assert.ok(
      members.every(({ kind }) => kind === 'staff' || kind === 'guest'),
      says,
    );
    if (has('no-leaders')) assert.ok(!members.some(({ leads }) => leads), says);
    if (has('teachers-only'))
      assert.ok(
        participants.every(({ teachesClass }) => teachesClass),
        says,
      );
    if (!has('guests-welcome'))
      assert.ok(
        members.every(({ kind, parts }) => kind !== 'guest' || parts.every((part) => part === 'specialist')),
        says,
      );
    if (has('no-line-managers'))
      for (const each of members)
        assert.ok(!members.some(({ personId }) => each.manages.includes(personId)), says);
    assert.ok(
      members.every(({ parts }) => new Set(parts).size === parts.length),
      says,
    );
  }
});
