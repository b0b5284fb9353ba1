import { allStaff, theseRoles } from '#platform/access/audience-words.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectFamily } from './family.queries.ts';
import { mayHandOver } from './hand-over.ts';
import { historyKinds } from './history.ts';
import { personView } from './person.view.ts';
import { type Person, selectHistory, selectPerson } from './person.queries.ts';
import { administrators, appointers } from './roles.ts';

/** Somebody of this school, for those who may see them. Throws `NotFound`. */
export async function personOf(visit: Visit): Promise<Person> {
  const person = await selectPerson(visit.db, visit.organisationId, visit.params.person!, visit.today);
  const looksAfter = visit.who.hasAny(administrators);
  if ((person.kind === 'family' || person.hasLeft) && !looksAfter && person.personId !== visit.who.personId)
    throw new NotFound('Nobody of this school is at this address.');
  return person;
}

/** One person: what they do here, with whom, and what the reader may do about it. */
export const personPage = page('/people/:person', {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const person = await personOf(visit);
    const looksAfter = visit.who.hasAny(administrators);
    const isOneself = person.personId === visit.who.personId;
    return {
      person,
      looksAfter,
      isOneself,
      family: looksAfter ? await selectFamily(visit.db, visit.organisationId, person.personId) : [],
      appoints: visit.who.hasAny(appointers),
      history:
        looksAfter || isOneself
          ? await selectHistory(visit.db, visit.organisationId, person.personId, historyKinds)
          : [],
    };
  },
  view: (data, visit) => ({
    title: data.person.name,
    audience: audienceOf(data.person.kind, visit.who),
    trail: [{ label: t('People'), href: '/people' }],
    body: personView({
      ...data,
      mailer: visit.services.mailer,
      handsOver: mayHandOver(visit.who, data.person),
    }),
  }),
});

function audienceOf(kind: Person['kind'], who: Who): AudienceNote {
  if (kind === 'family')
    return theseRoles(administrators, t('Those who look after people. Families are shown to nobody else.'));
  if (kind === 'pupil')
    return allStaff(
      who,
      t(
        'Everybody who works at the school finds a pupil, their year and classes. Addresses, parents and carers, and the history are for those who look after people.',
      ),
    );
  return allStaff(
    who,
    t(
      'Everybody who works at the school sees what a colleague does here. The history is for the person and the administrators. What people write about their own learning stands elsewhere and is theirs.',
    ),
  );
}
