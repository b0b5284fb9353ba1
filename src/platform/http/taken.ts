import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionLasts } from '../auth/sessions.ts';
import type { Site } from './server.ts';

/** A cookie holds 4 KB. */
const mostKeys = 20;

/**
 * Tells the browser that the words of the form with this draft key are in the database now. Until it hears
 * so it keeps them on the device (src/browser/draft-store.ts), whatever becomes of the connection. What it
 * has not heard of yet, as of a form sent in another tab, is said again.
 */
export function tellTaken(site: Site, draftKey: string, request: FastifyRequest, reply: FastifyReply): void {
  const name = `${site.cookieName}_taken`;
  const before = (request.cookies[name] ?? '').split('\n').filter((key) => key !== '' && key !== draftKey);
  reply.setCookie(name, [...before, draftKey].slice(-mostKeys).join('\n'), {
    path: '/',
    sameSite: 'lax',
    secure: site.secure,
    maxAge: sessionLasts / 1000,
  });
}
