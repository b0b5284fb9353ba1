import { insertPhone } from '#features/contacts/index.ts';
import { insertFamilyLink, insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson } from '#test/factories.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { type Persona, staff } from '#test/world.ts';

const keepers: Persona[] = ['administrator', 'head'];
/** Those who read the words of a restriction. */
const ofWords: Persona[] = [...keepers, 'safeguarding-lead'];
/** Those who read whom to call: the pupil's teacher and assistant too. */
const readers: Persona[] = [...ofWords, 'teacher', 'partner'];

/** The pupil has a carer with a number and a restriction, of which families and other staff see nothing. */
export const visits: SeedVisits = async ({ db, school, people, at, canary }) => {
  const carer = await makePerson(db, school, { name: canary('administration', readers), kind: 'family' });
  const [unit] = await insertUnits(db, school.id, [{ kind: 'class', name: 'Class 3K' }], at);
  const joins = (personId: string, part: 'teacher' | 'assistant' | 'pupil') => ({
    unitId: unit!,
    personId,
    part,
  });
  await insertMemberships(
    db,
    school.id,
    [
      joins(people.teacher.personId, 'teacher'),
      joins(people.partner.personId, 'assistant'),
      joins(people.pupil.personId, 'pupil'),
    ],
    at,
  );
  const link = { adultId: carer.personId, pupilId: people.pupil.personId, relationship: 'father' };
  const relation = await insertFamilyLink(db, school.id, link, at);
  await db
    .updateTable('family_relation')
    .set({ told: [], called_in: 1, restriction: canary('administration', ofWords), version: 2 })
    .where('owner_id', '=', school.id)
    .where('id', '=', relation)
    .execute();
  await db
    .insertInto('contact_version')
    .values({
      owner_id: school.id,
      relation_id: relation,
      version: 1,
      told: ['notices'],
      restriction: canary('administration', ofWords),
      changed_by: people.administrator.personId,
      changed_at: at,
    })
    .execute();
  const phone = (personId: string, number: string) =>
    insertPhone(
      db,
      school.id,
      { personId, number, label: 'mobile', writtenBy: people.administrator.personId },
      at,
    );
  const theirs = await phone(carer.personId, '07700 900001');
  const own = await phone(people.parent.personId, '07700 900002');

  const pupil = `/contacts/${people.pupil.personId}`;
  const ofCarer = `${pupil}/carers/${relation}`;
  const ofClass = `/contacts/classes/${unit}`;
  const grownUps: Persona[] = [...staff, 'specialist', 'parent', 'other-guest', 'other-head'];
  const number = { number: '01248 555 010', label: 'home' };
  const numbers = (base: string, personId: string, phoneId: string, by: readonly Persona[]) => ({
    [`POST ${base.replace(people.pupil.personId, ':pupil')}/phones/of/:person` as const]: {
      path: `${base}/phones/of/${personId}`,
      fields: number,
      by,
    },
    ...Object.fromEntries(
      ['end', 'restore', 'first'].map((what) => [
        `POST ${base.replace(people.pupil.personId, ':pupil')}/phones/:phone/${what}`,
        { path: `${base}/phones/${phoneId}/${what}`, fields: {}, by },
      ]),
    ),
  });
  return {
    'GET /contacts': { path: '/contacts', seenBy: ['administrator'], openTo: [...staff, 'other-head'] },
    'POST /contacts/all': { path: '/contacts/all', fields: { reason: 'For the texts' }, by: keepers },
    'GET /contacts/mine': { path: '/contacts/mine', seenBy: ['parent'], openTo: grownUps },
    'GET /contacts/:pupil': { path: pupil, seenBy: readers },
    'GET /contacts/classes/:unit': { path: ofClass, seenBy: readers },
    'POST /contacts/classes/:unit': { path: ofClass, fields: { reason: 'Trip to the museum' }, by: readers },
    'GET /contacts/:pupil/carers/:relation': { path: ofCarer, seenBy: keepers },
    'POST /contacts/:pupil/carers/:relation': {
      path: ofCarer,
      fields: {
        relationship: 'father',
        called_in: '2',
        told: ['notices'],
        lives_with: 'no',
        responsibility: 'yes',
        restriction: '',
        version: 2,
      },
      by: keepers,
    },
    'POST /contacts/:pupil/carers/:relation/undo/:version': {
      path: `${ofCarer}/undo/2`,
      fields: {},
      by: keepers,
    },
    'GET /contacts/:pupil/emergency': { path: `${pupil}/emergency`, seenBy: keepers },
    'POST /contacts/:pupil/emergency': {
      path: `${pupil}/emergency`,
      fields: { given: 'Nain', relationship: 'neighbour', number: '01248 555 010' },
      by: keepers,
    },
    ...numbers(pupil, carer.personId, theirs, keepers),
    ...numbers('/contacts/mine', people.parent.personId, own, ['parent']),
  };
};
