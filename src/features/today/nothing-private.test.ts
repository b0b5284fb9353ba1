import assert from 'node:assert/strict';
import { test } from 'node:test';
import { features } from '#src/features.ts';
import { scene as groupScene } from '#features/groups/people/people.scene.ts';
import { scene } from './letters.scene.ts';

const kinds = features.flatMap(({ notices = {} }) => Object.keys(notices));
const secret = 'ailing-father';

test('a letter about any kind of notice says what waits, where and until when, and nothing that anybody wrote', async () => {
  const { tell, lettersAt, choose, mails, school, site, ann } = await scene();
  assert.ok(kinds.length > 15, String(kinds.length));
  const begins = new Date('2026-11-26T10:00:00Z');
  for (const rhythm of ['at-once', 'daily', 'weekly'] as const) {
    await choose({ rhythm, soon: 'hour', week_day: '4' });
    for (const kind of kinds) {
      site.clock.set('2026-11-19T07:20:00Z');
      // A title makes the address of a page, and the keys of what waits.
      await tell({
        kind,
        subjectKey: `${rhythm}-${kind}-${secret}`,
        href: `/programmes/${secret}#${secret}`,
        dueAt: begins,
        beginsAt: kind.startsWith('session') ? begins : null,
      });
      await lettersAt('2026-11-19T07:20:00Z');
      await lettersAt('2026-11-19T07:30:00Z');
      assert.equal(mails.length, 1, `${rhythm} ${kind}`);
      const { subject, text, html } = mails[0]!;
      const says = features.map(({ notices }) => notices?.[kind]?.()).find(Boolean)!;
      assert.equal(
        subject
          .replace('One thing is waiting: ', '')
          .replace(/(, due|,) Thursday 26 November( at 10:00)?$/, ''),
        says,
      );
      assert.ok(text.includes(says) && text.includes('Thursday 26 November') && text.includes(school.name));
      assert.match(text, /\/today\/waiting\/[0-9a-f-]{36}\n/);
      assert.doesNotMatch(`${subject}${text}${html}`, new RegExp(secret, 'i'));
      await site.db
        .updateTable('notice')
        .set({ done_at: site.clock.now })
        .where('owner_id', '=', ann.personId)
        .execute();
      await site.db.deleteFrom('notice_round').where('owner_id', '=', school.id).execute();
    }
  }
});

test('the words of every kind are the same for everybody', () => {
  for (const { notices = {} } of features)
    for (const [kind, says] of Object.entries(notices)) {
      assert.equal(says.length, 0, `${kind} is told nothing that it could say`);
      assert.ok(says().length > 5, kind);
    }
});

test('a letter about who is in a group names neither the group nor anybody in it, and leads by no title', async () => {
  const { as, idOf, jobs, mail, start, ask, answer, comeIn, site, world } = await groupScene();
  const title = 'Ailing father';
  const href = await start('spiral-of-enquiry', 'teacher', { title, joining: 'open' });
  assert.match(href, new RegExp(secret), 'the address is made of the title');
  const teacher = await as('teacher');
  await ask(href, 'partner');
  await jobs();
  await answer(href, 'partner');
  await ask(href, 'senior-leader');
  await jobs();
  await answer(href, 'senior-leader', 'no');
  for (const [who, says] of [
    ['colleague', 'yes'],
    ['governor', 'no'],
  ] as const) {
    await (await as(who)).post(`${href}/ask`, { words: title });
    await jobs();
    await teacher.post(`${href}/people/${idOf(who)}/answer`, { answer: says, said: title });
    await jobs();
  }
  await teacher.post(`${href}/people/hand-over`, { person: idOf('partner') });
  await jobs();
  await (await as('partner')).post(`${href}/answer`, { answer: 'no' });
  await comeIn(href, 'specialist', 'teacher', 'specialist');
  const { stage } = await site.db
    .selectFrom('programme_step')
    .select('stage')
    .where('owner_id', '=', world.school.id)
    .where('stage', 'is not', null)
    .executeTakeFirstOrThrow();
  const stay = { person: idOf('other-guest'), stage: stage!, until_on: '2026-12-18' };
  assert.equal((await teacher.post(`${href}/guests`, stay)).status, 303);
  await teacher.post(`${href}/leave`);
  await jobs();

  const subjects = new Set(mail.map(({ subject }) => subject));
  for (const about of [
    'asks you into a group',
    'said yes',
    'said not this time',
    'asks to join your group',
    'You are in the group that you asked to join',
    'The group that you asked to join said not this time',
    'asks you to keep the plan',
    'let in for one stage',
    'Nobody keeps the plan',
  ])
    assert.ok(
      [...subjects].some((subject) => subject.includes(about)),
      about,
    );
  for (const { to, subject, text, html } of mail) {
    const all = `${subject}${text}${html}`;
    assert.doesNotMatch(all, /ailing.?father/i, subject);
    for (const { name, email } of Object.values(world.people))
      assert.ok(email === to || !all.includes(name), `${subject} names ${name}`);
    assert.match(text, /\/(today\/waiting\/[0-9a-f-]{36}|groups)\n/, subject);
  }
});
