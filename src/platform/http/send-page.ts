import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../errors.ts';
import type { Arrival } from './context.ts';
import type { FormState } from './form-state.ts';
import { mustHaveAsked } from './must-have-asked.ts';
import { sendContent, sendSee } from './reply.ts';
import type { PageRoute } from './route.ts';
import type { Site } from './server.ts';

/** Draws a page, or goes where its `load` says. */
export async function sendPage(
  site: Site,
  route: PageRoute,
  arrival: Arrival,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const draw = await route.draw(arrival);
  mustHaveAsked(route, arrival.who);
  if (typeof draw !== 'function') return sendSee(site, draw, reply);
  return sendContent(site, arrival, draw, request, reply);
}

/**
 * Draws the page of a form that could not be accepted, with what was typed. A page that leads elsewhere by now has
 * no form to show it in: that throws `Refused`, so that words and reason are given back all the same.
 */
export async function sendPageAgain(
  site: Site,
  route: PageRoute,
  arrival: Arrival & { form: FormState },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const draw = await route.draw(arrival);
  mustHaveAsked(route, arrival.who);
  if (typeof draw !== 'function') throw new Refused(arrival.form.errors);
  return sendContent(site, arrival, draw, request, reply, 422);
}
