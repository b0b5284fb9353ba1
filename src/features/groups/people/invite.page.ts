import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, programmeTrail, templateOf } from '#features/programmes/index.ts';
import { inviteView } from './invite.view.ts';
import { selectTeaching } from './match.queries.ts';
import { selectMembershipFacts } from './membership-rules.queries.ts';
import { mustWorkHere, openGroupFor } from './people-open.ts';

/** Somebody of the school, before they are asked into the group. */
export const invitePage = page('/groups/:programme/people/:person/invite', {
  purpose: 'learning',
  access: groupPolicy,
  async load(visit) {
    const opened = await openGroupFor(visit, 'design');
    mustWorkHere(visit);
    const personId = personIn(visit);
    const [protocol, facts, teaching] = await Promise.all([
      templateOf(visit.db, opened.programme),
      selectMembershipFacts(visit.db, opened.programme, personId, visit.today),
      selectTeaching(visit.db, opened.programme.owner_id, [personId, visit.who.personId], visit.today),
    ]);
    if (facts.person.kind !== 'staff' && facts.person.kind !== 'guest')
      throw new NotFound('Nobody of the school is at this address.');
    return { opened, protocol, ...facts, teaching };
  },
  view: (data, visit) => ({
    title: t('Ask {name}', { name: data.person.name }),
    audience: {
      icon: 'people',
      words: t('Those in this group'),
      why: t('Everybody in the group sees who is asked. Your words are read by the person you ask.'),
    },
    trail: [
      ...programmeTrail(data.opened.programme),
      { label: t('People'), href: groupHref(data.opened.programme, 'people') },
      { label: t('Find people'), href: groupHref(data.opened.programme, 'people/find') },
    ],
    body: inviteView({ ...data, visit }),
  }),
});

/** The person whom the address names; whether there is one is for others to see. */
export function personIn(visit: Visit): string {
  const { person = '' } = visit.params;
  if (!isId(person)) throw new NotFound();
  return person;
}
