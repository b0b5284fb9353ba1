import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionLasts } from '../auth/sessions.ts';
import type { Writer } from '../drafts/drafts.ts';
import type { Site } from './server.ts';

/** A cookie holds 4 KB. */
const mostKeys = 20;

/**
 * Tells the browser that the words of the form with this draft key, if it has one, are in the database now. Until
 * it hears so it keeps them on the device (src/browser/draft-store.ts), whatever becomes of the connection. What
 * it has not heard of yet, as of a form sent in another tab, is said again. Keys are of one organisation.
 */
export function tellTaken(
  site: Site,
  { organisationId }: Writer,
  draftKey: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (typeof draftKey !== 'string') return;
  const name = `${site.cookieName}_taken`;
  const taken = `${organisationId}:${draftKey}`;
  const before = (request.cookies[name] ?? '').split('\n').filter((key) => key !== '' && key !== taken);
  reply.setCookie(name, [...before, taken].slice(-mostKeys).join('\n'), {
    path: '/',
    sameSite: 'lax',
    secure: site.secure,
    maxAge: sessionLasts / 1000,
  });
}
