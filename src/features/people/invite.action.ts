import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, roles, see, show } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { makeLink } from '#features/sign-in/index.ts';
import { mayHandOver } from './hand-over.ts';
import { invitePage, linkToHandOver } from './invite.page.ts';
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
    const address = person.schoolEmails[0];
    await change.record({ kind: 'person.invited', itemId: personId, body: { personId }, tell: true });
    return see(
      `/people/${personId}`,
      change.services.mailer.hasServer
        ? t('The invitation is on its way to {address}.', { address })
        : t(
            'The invitation to {address} goes into the folder “mail” and no further: no mail server is set.',
            {
              address,
            },
          ),
    );
  },
});

/** Makes a link to hand over. Its secret is shown in the answer to whoever made it, this once, and is kept nowhere. */
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
    let secret = '';
    // Links belong to the installation, so not in the transaction of the school.
    change.afterCommit(async () => {
      secret = await makeLink(
        change.services.db,
        { kind: 'invitation', personId, organisationId: change.organisationId, address: null },
        change.now,
      );
    });
    return show(() => linkToHandOver(person, `${change.services.address()}/welcome/${secret}`));
  },
});

function mustBeInvitable(person: Person): void {
  if (person.hasAccount)
    throw new Refused('Their account is open. If the password is forgotten, the page for signing in helps.');
  if (person.hasLeft) throw new Refused('They have left.');
}
