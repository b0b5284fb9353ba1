import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, brotliCompress, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Who } from '../access/who.ts';
import { sessionLasts } from '../auth/sessions.ts';
import { direction, speaking, t, type Tongue } from '../i18n/i18n.ts';
import type { Content, Frame } from './content.ts';
import type { Arrival } from './context.ts';
import { disposition } from './disposition.ts';
import { drawingFor } from './drawn-for.ts';
import { type Bytes, type Done, See, Shown } from './done.ts';
import { decodeSaid, encodeSaid } from './said.ts';
import type { Site } from './server.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** Below this many characters compressing costs more than it saves. */
const worthCompressing = 1500;

/** Draws a page in the reader's language and sends it. */
export async function sendContent(
  site: Site,
  arrival: Arrival,
  draw: () => Content,
  request: FastifyRequest,
  reply: FastifyReply,
  status = 200,
): Promise<unknown> {
  // A page fetched ahead of a click must not use up what the next one is to say.
  const ahead = /prefetch/.test(String(request.headers['sec-purpose'] ?? ''));
  const said = ahead ? null : decodeSaid(request.cookies[saidCookie(site)]);
  const standing = arrival.who?.standing;
  const tongue = tongueOf(arrival);
  const { locale } = tongue;
  const document = speakingTo(arrival.who, tongue, () => {
    const content = draw();
    if (content.reloadAfter) reply.header('refresh', String(content.reloadAfter));
    const frame: Frame = {
      locale,
      direction: direction(locale),
      path: arrival.path,
      demo: site.services.demo,
      person: standing ? { id: standing.personId, name: standing.name } : null,
      organisation: standing?.organisation ?? null,
      places: site.places(arrival.who, arrival.path),
      said: unshownErrors(arrival) ?? said,
      theme: standing?.theme ?? 'auto',
      young: arrival.byCard,
      asset: (name) => site.assets.get(name)!.path,
    };
    return site.render(content, frame).toString();
  });
  if (said) reply.clearCookie(saidCookie(site), { path: '/' });
  reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .header('vary', 'accept-encoding');
  const [body, encoding] = await compressed(document, request);
  if (encoding) reply.header('content-encoding', encoding);
  return reply.send(body);
}

/** Draws in somebody's language, with forms that are theirs alone to send. */
const speakingTo = <T>(who: Who | null, tongue: Tongue, draw: () => T): T =>
  speaking(tongue, () => drawingFor(who, draw));

/** The language and the time zone of whoever asks. */
export const tongueOf = ({ who, now }: Pick<Arrival, 'who' | 'now'>): Tongue => ({
  locale: who?.standing.locale ?? 'en-GB',
  zone: who?.standing.organisation.zone ?? 'Europe/London',
  now,
});

/** What was wrong with a form that the page sent back does not hold, as after somebody else closed the matter. */
const unshownErrors = ({ form }: Arrival): { text: string } | null =>
  form && !form.taken ? { text: Object.values(form.errors).join(' ') } : null;

/**
 * On the same machine there is no line to save on; elsewhere pages travel small. As bytes, so that a long page is
 * turned into them once: of a text the server first counts them and then makes them.
 */
async function compressed(document: string, request: FastifyRequest): Promise<[Buffer, string?]> {
  const accepts = String(request.headers['accept-encoding'] ?? '');
  if (document.length < worthCompressing || /^(127\.|::1|::ffff:127\.)/.test(request.ip))
    return [Buffer.from(document)];
  if (/\bbr\b/.test(accepts))
    return [await compressBrotli(document, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }), 'br'];
  if (/\bgzip\b/.test(accepts)) return [await compressGzip(document, { level: 3 }), 'gzip'];
  return [Buffer.from(document)];
}

/** Goes elsewhere after a change, saying there what was done. */
export function sendSee(site: Site, done: See, reply: FastifyReply): FastifyReply {
  if (done.cookie === null) reply.clearCookie(site.cookieName, { path: '/' });
  else if (done.cookie !== undefined) keepSession(site, done.cookie, reply);
  if (done.said) {
    const said = { text: t(done.said), ...(done.undo ? { undo: done.undo } : {}) };
    reply.setCookie(saidCookie(site), encodeSaid(said), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: site.secure,
      maxAge: 60,
    });
  }
  return reply.redirect(done.to, 303);
}

/** The browser keeps the secret of a session as long as the session lasts unused. */
export function keepSession(site: Site, secret: string, reply: FastifyReply): void {
  reply.setCookie(site.cookieName, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: site.secure,
    maxAge: sessionLasts / 1000,
  });
}

/** What an action answered. */
export async function sendDone(
  site: Site,
  arrival: Arrival,
  done: Done,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  if (done instanceof See) return sendSee(site, done, reply);
  if (done instanceof Shown) return sendContent(site, arrival, done.draw, request, reply);
  return sendBytes(done, reply);
}

export function sendBytes(sent: Bytes, reply: FastifyReply): FastifyReply {
  reply
    .code(sent.status ?? 200)
    .header('cache-control', 'private, no-store')
    .type(sent.type)
    .headers(sent.headers ?? {});
  if (sent.saveAs) reply.header('content-disposition', disposition('attachment', sent.saveAs));
  // Of what is only asked about nothing is read: a film would be to its end.
  if (reply.request.method === 'HEAD' && sent.body instanceof Readable) sent.body.destroy();
  return reply.send(sent.body);
}

const saidCookie = (site: Site): string => `${site.cookieName}_said`;
