import { z } from 'zod';
import type { Services } from '#platform/http/context.ts';
import type { Handler } from '#platform/http/feature.ts';
import { speaking } from '#platform/i18n/i18n.ts';
import type { Message } from '#platform/jobs/outbox.ts';
import { confirmLetter, invitationLetter, resetLetter } from './account-letters.ts';
import { type AccountHolder, selectAccountHolder } from './account.queries.ts';
import { type LinkKind, makeLink } from './links.ts';

/** What the three messages carry. The secret of a link is made when the mail is, so it is kept nowhere. */
const told = z.object({
  personId: z.uuid(),
  /** Where to; the work address, or else the first, unless given. */
  address: z.string().optional(),
  actorId: z.uuid().nullish(),
});

type Told = z.output<typeof told>;

interface Letters {
  kind: LinkKind;
  /** The first part of the link's path. */
  path: string;
  isFor: (holder: AccountHolder) => boolean;
  write: (about: AccountHolder & { url: string; by: string }) => {
    subject: string;
    text: string;
    html: string;
  };
}

const sends =
  ({ kind, path, isFor, write }: Letters): Handler =>
  async (services, message) => {
    const { personId, address: given, actorId } = told.parse(message.body);
    const holder = await selectAccountHolder(services.db, message.ownerId, personId);
    const address = given ?? holder?.emails[0]?.address;
    if (!holder || !address || !isFor(holder)) return;
    const now = services.now();
    const link = { kind, personId, organisationId: message.ownerId, address };
    const url = `${services.address()}/${path}/${await makeLink(services.db, link, now)}`;
    const by = await nameOf(services, message, actorId, personId);
    const letter = speaking({ locale: holder.locale, zone: holder.zone }, () =>
      write({ ...holder, url, by }),
    );
    await services.mailer.send({ to: address, id: message.id, ...letter });
  };

/** Who asked for it; '' when the person did themselves. */
async function nameOf(
  services: Services,
  message: Message,
  actorId: Told['actorId'],
  personId: string,
): Promise<string> {
  if (!actorId || actorId === personId) return '';
  return (await selectAccountHolder(services.db, message.ownerId, actorId))?.name ?? '';
}

/** Told by `change.record({ kind: 'person.invited', tell: true, body: { personId } })`. */
export const sendInvitation = sends({
  kind: 'invitation',
  path: 'welcome',
  isFor: (holder) => holder.belongs && !holder.hasPassword,
  write: invitationLetter,
});

export const sendReset = sends({
  kind: 'reset',
  path: 'reset',
  isFor: (holder) => holder.hasPassword,
  write: resetLetter,
});

export const sendConfirm = sends({
  kind: 'confirm-email',
  path: 'confirm',
  isFor: () => true,
  write: confirmLetter,
});
