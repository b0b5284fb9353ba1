import { affiliate, insertMember } from '#features/people/index.ts';
import { makeLink } from '#features/sign-in/index.ts';
import { makePerson } from '#test/factories.ts';
import type { SeedVisits } from '#test/visit-map.ts';
import { signedIn } from '#test/world.ts';

export const visits: SeedVisits = async ({ db, school, otherSchool, people, at }) => {
  // The facilitator belongs to the other school as well, and so may choose.
  await insertMember(
    db,
    otherSchool.id,
    { personId: people.facilitator.personId, givenName: 'Nia', familyName: 'Lloyd', kind: 'guest' },
    at,
  );
  await affiliate(db, [people.facilitator.personId], otherSchool.id, at);
  const newcomer = await makePerson(db, school, { name: 'Ann Núñez-Puw' });
  const link = (kind: 'invitation' | 'reset' | 'confirm-email', personId: string, address: string | null) =>
    makeLink(db, { kind, personId, organisationId: school.id, address }, at);
  return {
    'GET /sign-in': { path: '/sign-in', seenBy: ['nobody'] },
    'GET /forgotten': [
      { path: '/forgotten', seenBy: ['nobody'] },
      { path: '/forgotten?sent=1', seenBy: ['nobody'] },
    ],
    'GET /sign-in/school': { path: '/sign-in/school', seenBy: ['facilitator', 'teacher'], openTo: signedIn },
    'POST /sign-in/school': {
      path: '/sign-in/school',
      fields: { school: otherSchool.id, then: '/today' },
      by: 'signed-in',
    },
    'GET /welcome/:token': [
      {
        path: `/welcome/${await link('invitation', newcomer.personId, null)}`,
        seenBy: ['nobody', 'teacher'],
      },
      { path: '/welcome/no-such-link', seenBy: ['nobody'] },
    ],
    'GET /reset/:token': {
      path: `/reset/${await link('reset', people.teacher.personId, people.teacher.email)}`,
      seenBy: ['nobody'],
    },
    'GET /confirm/:token': {
      path: `/confirm/${await link('confirm-email', people.teacher.personId, 'ffion@home.example')}`,
      seenBy: ['nobody', 'teacher'],
    },
  };
};
