import { z } from 'zod';
import type { Services } from '#platform/http/context.ts';
import { type Handler, told } from '#platform/jobs/handler.ts';
import { speaking } from '#platform/i18n/i18n.ts';
import { confirmLetter, invitationLetter, resetLetter } from './account-letters.ts';
import { type AccountHolder, selectAccountHolder } from './account.queries.ts';
import { type LinkKind, makeLink } from './links.ts';

/** What the three messages carry. The secret of a link is made when the mail is, so it is kept nowhere. */
const about = z.object({
  personId: z.uuid(),
  /** Where to; the work address, or else the first, unless given. */
  address: z.string().optional(),
  actorId: z.uuid().nullish(),
});

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

const sends = (event: string, { kind, path, isFor, write }: Letters): Handler =>
  told(event, about, async ({ id, ownerId, body: { personId, address: given, actorId } }, job) => {
    const holder = await selectAccountHolder(job.db, ownerId, personId);
    const address = given ?? holder?.emails[0]?.address;
    if (!holder || !address || !isFor(holder)) return;
    const link = { kind, personId, organisationId: ownerId, address };
    const url = `${job.address()}/${path}/${await makeLink(job.db, link, job.now())}`;
    const by = actorId && actorId !== personId ? await nameOf(job, ownerId, actorId) : '';
    const letter = speaking({ locale: holder.locale, zone: holder.zone }, () =>
      write({ ...holder, url, by }),
    );
    await job.mailer.send({ to: address, id, ...letter });
  });

/** Who asked for it. */
const nameOf = async ({ db }: Services, ownerId: string, actorId: string): Promise<string> =>
  (await selectAccountHolder(db, ownerId, actorId))?.name ?? '';

export const accountLetters = [
  sends('person.invited', {
    kind: 'invitation',
    path: 'welcome',
    isFor: (holder) => holder.belongs && !holder.hasPassword,
    write: invitationLetter,
  }),
  sends('password.forgotten', {
    kind: 'reset',
    path: 'reset',
    isFor: (holder) => holder.hasPassword,
    write: resetLetter,
  }),
  sends('email.given', {
    kind: 'confirm-email',
    path: 'confirm',
    isFor: () => true,
    write: confirmLetter,
  }),
];
