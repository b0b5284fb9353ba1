import { newId } from '#platform/db/ids.ts';
import { notify } from '#platform/notices/notices.ts';
import { makeGroup } from '#features/groups/groups.scene.ts';
import { insertInvitation } from '#features/groups/people/invite.queries.ts';
import { settleGuest } from '#features/groups/people/guest-grants.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

/**
 * A group of the teacher and her partner that others may ask to join: the co-ordinator is asked into it, the governor
 * asks, the specialist is let in for one stage, and somebody from outside is asked for.
 */
export const visits: SeedVisits = async (world) => {
  const { db, people, at, school } = world;
  const { personId: teacher } = people.teacher;
  const group = await makeGroup(db, people.teacher, at, {
    title: 'Talk in Year 5',
    question: 'Who talks?',
    seen: true,
    participants: [people.partner],
  });
  const programme = { owner_id: school.id, id: group.id };
  await db
    .updateTable('programme')
    .set({ joining: 'open' })
    .where('owner_id', '=', school.id)
    .where('id', '=', group.id)
    .execute();
  const invited = people['co-ordinator'].personId;
  const asking = people.governor.personId;
  const words = world.canary('learning', ['teacher', 'co-ordinator']);
  await insertInvitation(db, programme, {
    personId: invited,
    part: 'participant',
    way: 'invited',
    words,
    by: teacher,
    at,
  });
  const asks = world.canary('learning', ['teacher', 'partner', 'governor']);
  await insertInvitation(db, programme, {
    personId: asking,
    part: 'participant',
    way: 'asked',
    words: asks,
    by: asking,
    at,
  });
  const here = `/groups/${group.slug}`;
  const { stage } = await db
    .selectFrom('programme_step')
    .select('stage')
    .where('owner_id', '=', school.id)
    .where('programme_id', '=', group.id)
    .orderBy('number')
    .executeTakeFirstOrThrow();
  const [guest, request] = [newId(at), newId(at)];
  const specialist = people.specialist.personId;
  await db
    .insertInto('stage_guest')
    .values({
      owner_id: school.id,
      id: guest,
      programme_id: group.id,
      person_id: specialist,
      stage: stage!,
      cycle: 1,
      until_on: '2026-12-04',
      let_in_by: teacher,
      let_in_at: at,
      ended_at: null,
    })
    .execute();
  await settleGuest(db, programme, specialist, { today: '2026-11-18', by: teacher, now: at });
  await db
    .insertInto('group_guest_request')
    .values({
      owner_id: school.id,
      id: request,
      programme_id: group.id,
      given_name: 'Ada',
      family_name: 'Nwosu',
      address: 'ada@elsewhere.example',
      comes_from: 'Hill Lane',
      part: 'specialist',
      words: '',
      by_id: teacher,
      asked_at: at,
      answer: null,
      answered_by: null,
      answered_at: null,
    })
    .execute();
  const waits = (personId: string, kind: string, href: string, itemId: string | null = group.id) =>
    notify(db, { personId, fromOwner: school.id, kind, subjectKey: group.id, itemId, href, dueAt: null }, at);
  await waits(invited, 'group.invited', `${here}/answer`);
  await waits(specialist, 'group.guest', `${here}/my-stage`);
  await waits(people.administrator.personId, 'group.guest-asked-for', '/groups/guests-asked-for', null);

  const members: readonly Persona[] = ['teacher', 'partner'];
  const leaders: readonly Persona[] = ['cpd-leader', 'head', 'senior-leader'];
  const plans: readonly Persona[] = ['teacher'];
  const administrators: readonly Persona[] = ['administrator', 'head'];
  const colleague = people.colleague.personId;
  const change = (below: string, by: readonly Persona[], fields = {}) => ({
    path: `${here}/${below}`,
    fields,
    by,
  });
  const others = staff.filter((who) => !['teacher', 'partner', 'co-ordinator', 'governor'].includes(who));
  return {
    'GET /groups/open': { path: '/groups/open', seenBy: staff, openTo: ['other-head'] },
    'GET /groups/guests-asked-for': {
      path: '/groups/guests-asked-for',
      seenBy: administrators,
      openTo: ['other-head'],
    },
    'POST /groups/guests-asked-for/:request': {
      path: `/groups/guests-asked-for/${request}`,
      fields: { answer: 'yes' },
      by: administrators,
    },
    'POST /groups/guests-asked-for/:request/again': {
      path: `/groups/guests-asked-for/${request}/again`,
      fields: {},
      by: administrators,
    },
    'GET /groups/:programme/people': [
      { path: `${here}/people`, seenBy: members },
      { path: `${here}/people`, seenBy: leaders },
    ],
    'GET /groups/:programme/people/find': { path: `${here}/people/find`, seenBy: plans },
    'GET /groups/:programme/people/outside': { path: `${here}/people/outside`, seenBy: plans },
    'POST /groups/:programme/people/outside': change('people/outside', plans, {
      given: 'Bo',
      family: 'Ek',
      address: 'bo@elsewhere.example',
      comes_from: 'Hill Lane',
      part: 'specialist',
      words: '',
    }),
    'POST /groups/:programme/people/outside/:request/withdraw': change(
      `people/outside/${request}/withdraw`,
      plans,
    ),
    'POST /groups/:programme/people/outside/:request/restore': change(
      `people/outside/${request}/restore`,
      plans,
    ),
    'GET /groups/:programme/people/:person/invite': {
      path: `${here}/people/${colleague}/invite`,
      seenBy: plans,
    },
    'POST /groups/:programme/people/:person/invite': change(`people/${colleague}/invite`, plans, {
      part: 'participant',
      words: 'Come along.',
    }),
    'POST /groups/:programme/people/:person/invitation/withdraw': change(
      `people/${invited}/invitation/withdraw`,
      plans,
    ),
    'POST /groups/:programme/people/:person/invitation/restore': change(
      `people/${invited}/invitation/restore`,
      plans,
    ),
    'POST /groups/:programme/people/:person/answer': change(`people/${asking}/answer`, plans, {
      answer: 'yes',
    }),
    'POST /groups/:programme/people/:person/answer/take-back': change(
      `people/${asking}/answer/take-back`,
      plans,
    ),
    'POST /groups/:programme/people/hand-over': change('people/hand-over', plans, {
      person: people.partner.personId,
    }),
    'POST /groups/:programme/people/keep-plan': change('people/keep-plan', members),
    'POST /groups/:programme/people/give-up-plan': change('people/give-up-plan', plans),
    'GET /groups/:programme/answer': { path: `${here}/answer`, seenBy: ['co-ordinator'] },
    'POST /groups/:programme/answer': change('answer', ['co-ordinator'], { answer: 'yes', replaces: '' }),
    'POST /groups/:programme/answer/take-back': change('answer/take-back', ['co-ordinator']),
    'GET /groups/:programme/ask': {
      path: `${here}/ask`,
      seenBy: others,
      openTo: ['teacher', 'partner', 'co-ordinator', 'governor', 'specialist'],
    },
    'POST /groups/:programme/ask': change('ask', others, { words: 'May I?' }),
    'POST /groups/:programme/ask/withdraw': change('ask/withdraw', ['governor']),
    'POST /groups/:programme/ask/restore': change('ask/restore', ['governor']),
    'GET /groups/:programme/leave': { path: `${here}/leave`, seenBy: members },
    'POST /groups/:programme/leave': change('leave', members),
    'POST /groups/:programme/return': change('return', members),
    'POST /groups/:programme/replaces': change('replaces', members, { replaces: 'A meeting' }),
    'GET /groups/:programme/guests': { path: `${here}/guests`, seenBy: members },
    'POST /groups/:programme/guests': change('guests', members, {
      person: colleague,
      stage: stage!,
      until_on: '2026-12-04',
    }),
    'POST /groups/:programme/guests/:guest/end': change(`guests/${guest}/end`, members),
    'POST /groups/:programme/guests/:guest/restore': change(`guests/${guest}/restore`, members),
    'GET /groups/:programme/my-stage': { path: `${here}/my-stage`, seenBy: ['specialist'] },
    'POST /groups/:programme/my-stage/:guest/decline': change(`my-stage/${guest}/decline`, ['specialist']),
    'POST /groups/:programme/my-stage/:guest/accept': change(`my-stage/${guest}/accept`, ['specialist']),
  };
};
