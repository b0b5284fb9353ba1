import type { FastifyReply } from 'fastify';
import type { Site } from './server.ts';

/**
 * Tells the browser that the words of the form with this draft key are in the database now. Until it hears
 * so it keeps them on the device (src/browser/draft-store.ts), whatever becomes of the connection.
 */
export function tellTaken(site: Site, draftKey: string, reply: FastifyReply): void {
  reply.setCookie('staffroom_taken', draftKey, {
    path: '/',
    sameSite: 'lax',
    secure: site.secure,
    maxAge: 600,
  });
}
