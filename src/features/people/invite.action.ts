import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { makeLink } from '#features/sign-in/index.ts';
import { mayHandOver } from './hand-over.ts';
import { invitePage } from './invite.page.ts';
import { personOf } from './person.page.ts';
import type { Person } from './person.queries.ts';
import { administrators } from './roles.ts';

/** Sends an invitation to one person; the mail is written by the relay. */
export const inviteByMail = action('/people/:person/invite', {
  purpose: 'administration',
  access: roles(...administrators),
  page: invitePage,
  input: z.object({}),
  async run(change) {
    const person = await personOf(change);
    mustBeInvitable(person);
    if (!person.schoolEmails[0]) throw new Refused('No address is known. Add one first.');
    const { personId } = person;
    await change.record({ kind: 'person.invited', itemId: personId, body: { personId }, tell: true });
    return see(
      `/people/${personId}`,
      t('The invitation is on its way to {address}.', { address: person.schoolEmails[0] }),
    );
  },
});

/** Makes a link to hand over. Its secret goes to the page of whoever made it and is kept nowhere. */
export const makeLinkByHand = action('/people/:person/link', {
  purpose: 'administration',
  access: roles(...administrators),
  page: invitePage,
  input: z.object({}),
  async run(change) {
    const person = await personOf(change);
    mustBeInvitable(person);
    if (!mayHandOver(change.who, person))
      throw new Refused(
        'An administrator or the head can make this link, because of the role this person has.',
      );
    const { personId } = person;
    await change.record({ kind: 'person.link-made', itemId: personId });
    // Beside the transaction: links belong to the installation. One that nobody was shown opens nothing.
    const link = {
      kind: 'invitation' as const,
      personId,
      organisationId: change.organisationId,
      address: null,
    };
    const secret = await makeLink(change.services.db, link, change.now);
    return see(`/people/${personId}/invite?link=${secret}`);
  },
});

function mustBeInvitable(person: Person): void {
  if (person.hasAccount)
    throw new Refused('Their account is open. If the password is forgotten, the page for signing in helps.');
  if (person.hasLeft) throw new Refused('They have left.');
}
