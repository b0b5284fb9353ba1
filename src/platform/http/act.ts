import type { FastifyReply, FastifyRequest } from 'fastify';
import { Who } from '../access/who.ts';
import { DRAFT_SAVED_AT, dropDraft, keepDraft } from '../drafts/drafts.ts';
import { DrawnElsewhere, HalfDone, NotAllowed, Refused } from '../errors.ts';
import { leaveOutBeyondMost, readBody, type Fields } from './body.ts';
import type { Arrival, StoredUpload } from './context.ts';
import { DRAWN_FOR, drawnElsewhere } from './drawn-for.ts';
import { errorsOf, inWords, readableOf } from './form-state.ts';
import { fromOurPages } from './headers.ts';
import { HELD_FIELD } from './held-field.ts';
import { dropHeldUploads, holdUploads, leaveOutTwins, selectHeldUploads } from './held-uploads.ts';
import { sendDone } from './reply.ts';
import type { ActionRoute, Done } from './route.ts';
import { sendPageAgain } from './send-page.ts';
import type { Site } from './server.ts';
import { tellTaken } from './taken.ts';

/** A form that was sent: read, done and answered; or sent back with what was typed, which is kept meanwhile. */
export async function act(
  site: Site,
  route: ActionRoute,
  arrival: Arrival,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  if (!fromOurPages(request.headers))
    throw new NotAllowed(
      'This was sent from another site, so nothing was changed.',
      'Go back and use the form here.',
    );
  const sent = await readBody(request, site.services.storage, route.uploads);
  const { fields, uploads, errors } = sent;
  site.sent.set(request, { fields, files: uploads.map(({ name }) => name) });
  mustBeWhereItWasDrawn(route, arrival, fields);
  const held = await heldFor(arrival, fields[HELD_FIELD]);
  leaveOutTwins(uploads, held.uploads);
  leaveOutBeyondMost(sent, held.uploads.length);
  const parsed = route.input.safeParse(fields);
  let done: Done;
  try {
    const wrong = { ...held.errors, ...errors };
    if (!parsed.success) {
      const alsoWrong = await route.alsoWrong(arrival, readableOf(route.input, fields));
      Object.assign(wrong, { ...alsoWrong, ...errorsOf(parsed.error), ...wrong });
    }
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    done = await route.perform(arrival, parsed.data, [...uploads, ...held.uploads]);
  } catch (error) {
    if (error instanceof HalfDone) await wasSaved(site, arrival, route, fields, request, reply);
    if (!(error instanceof Refused) || !route.page) throw error;
    let values = fields;
    if (arrival.who && route.access !== 'anyone') {
      await keepRefused(arrival, arrival.who, fields, { held: held.values, uploads });
      site.sent.set(request, { fields, files: [] });
      tellTaken(site, arrival.who, fields.draft_key, request, reply);
      // It goes on with the draft that was kept just now.
      values = { ...fields, [DRAFT_SAVED_AT]: arrival.now.toISOString() };
    }
    const form = { action: arrival.path, values, errors: inWords(error.fields), taken: false };
    const who = arrival.who && new Who(arrival.who.standing, route.page.purpose);
    return sendPageAgain(site, route.page, { ...arrival, who, form }, request, reply);
  }
  site.services.nudge();
  await wasSaved(site, arrival, route, fields, request, reply);
  return sendDone(site, arrival, done, request, reply);
}

/**
 * A form of another organisation must not be done in this one, nor what somebody else wrote in the name of whoever
 * has signed in since. Forms without the field are no one's.
 */
function mustBeWhereItWasDrawn({ access }: ActionRoute, { who }: Arrival, fields: Fields): void {
  const elsewhere = access === 'anyone' ? null : drawnElsewhere(fields[DRAWN_FOR], who);
  if (elsewhere) throw new DrawnElsewhere(elsewhere);
  delete fields[DRAWN_FOR];
}

const heldFor = ({ db, who, path, now }: Arrival, sent: unknown) =>
  who ? selectHeldUploads(db, who, path, sent, now) : { uploads: [], values: [], errors: {} };

/** What was sent and not taken waits for the next sending: the words as a draft, where the form has one, and the files. */
async function keepRefused(
  { db, path, now }: Arrival,
  who: Who,
  fields: Fields,
  { held, uploads }: { held: string[]; uploads: readonly StoredUpload[] },
): Promise<void> {
  delete fields[HELD_FIELD];
  const waiting = [...held, ...(await holdUploads(db, who, path, uploads, now))];
  if (waiting.length > 0) fields[HELD_FIELD] = waiting;
  if (typeof fields.draft_key === 'string') await keepDraft(db, who, fields.draft_key, fields, now);
}

/** It is done: what is only tidied up must not tell anybody that it failed. */
async function wasSaved(
  site: Site,
  arrival: Arrival,
  route: ActionRoute,
  fields: Fields,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { who } = arrival;
  if (!who) return;
  await letGo(arrival, who, route, fields).catch((error: unknown) => site.services.report(error));
  tellTaken(site, who, fields.draft_key, request, reply);
}

/** What waited for this sending has done its work. */
async function letGo({ db }: Arrival, who: Who, route: ActionRoute, fields: Fields): Promise<void> {
  if (route.unrecorded === null && typeof fields.draft_key === 'string')
    await dropDraft(db, who, fields.draft_key);
  await dropHeldUploads(db, who, fields[HELD_FIELD]);
}
