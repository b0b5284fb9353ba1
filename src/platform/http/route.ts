import { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Policy, RoleName } from '../access/policy.ts';
import type { MemberKind } from '../access/who.ts';
import type { Purpose } from '../access/purpose.ts';
import { type Arrival, type Change, type StoredUpload, type Visit, visitOf } from './context.ts';
import type { Content } from './content.ts';
import { type Bytes, type Done, See, see, type Shown, show } from './done.ts';
import { perform } from './perform.ts';

export { type Bytes, type Done, type See, see, type Shown, show };

/**
 * Who may come to a route at all.
 *   'anyone'         nobody need be signed in (sign-in, help)
 *   'signed-in'      anybody with an account; shows only what is their own
 *   a policy         the load or run asks the kernel about items of this kind; one that never asks is refused
 *   roles            holders of one of these roles in the organisation one is in
 *   members          members of these kinds
 */
export type Access =
  | 'anyone'
  | 'signed-in'
  | Policy
  | { readonly roles: readonly RoleName[]; readonly ask: string }
  | { readonly members: readonly MemberKind[] };

export const roles = (...names: RoleName[]): Exclude<Access, 'anyone'> => ({
  roles: names,
  ask: 'Ask whoever runs Staffroom at the school.',
});
export const members = (...kinds: MemberKind[]): Exclude<Access, 'anyone'> => ({ members: kinds });

/** What is wrong with what was sent: field → sentence; {} when nothing is. */
export type Wrong = Record<string, string>;

interface Common {
  path: string;
  purpose: Purpose;
  access: Access;
}

export interface PageRoute extends Common {
  sort: 'page';
  /** Answers how to draw the page (done in the reader's language), or where to go instead. */
  draw(arrival: Arrival): Promise<(() => Content) | See>;
}
export interface ActionRoute extends Common {
  sort: 'action';
  input: z.ZodType;
  /** The page that holds the form, drawn again when the input cannot be accepted. */
  page: PageRoute | null;
  /** The largest upload in bytes; none are taken unless given. */
  uploads: number;
  /** Why this action has nothing to record, where it has not. */
  unrecorded: string | null;
  /** Where some fields cannot be read: what else is wrong with those that can, by field. */
  alsoWrong(arrival: Arrival, readable: object): Wrong | Promise<Wrong>;
  /** Does it, with input that its schema has read. */
  perform(arrival: Arrival, input: unknown, uploads: readonly StoredUpload[]): Promise<Done>;
}
export interface BytesRoute extends Common {
  sort: 'bytes';
  send(arrival: Arrival): Promise<Bytes>;
}
/** What a protocol may do at its address. */
export type TransferMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export interface TransferRoute extends Common {
  sort: 'transfer';
  methods: readonly TransferMethod[];
  exchange(arrival: Arrival, request: Request): Promise<Response>;
}
export type Route = PageRoute | ActionRoute | BytesRoute | TransferRoute;

interface PageSpec<Data, V> {
  purpose: Purpose;
  load(visit: V): Promise<Data | See>;
  view(data: Data, visit: V): Content;
}

async function drawn<Data, V>(spec: PageSpec<Data, V>, visit: V): Promise<(() => Content) | See> {
  const data = await spec.load(visit);
  return data instanceof See ? data : () => spec.view(data, visit);
}

/** A page for somebody signed in: who, what is asked of the database, what is shown. `load` may answer `see('/elsewhere')`. */
export const page = <Data>(
  path: string,
  spec: PageSpec<Data, Visit> & { access: Exclude<Access, 'anyone'> },
): PageRoute => ({
  sort: 'page',
  path,
  purpose: spec.purpose,
  access: spec.access,
  draw: async (arrival) => {
    const visit = visitOf(arrival);
    const draw = await drawn(spec, visit);
    if (typeof draw === 'function') await visit.logOpened();
    return draw;
  },
});

/** A page that anybody may come to. */
export const publicPage = <Data>(path: string, spec: PageSpec<Data, Arrival>): PageRoute => ({
  sort: 'page',
  path,
  purpose: spec.purpose,
  access: 'anyone',
  draw: (arrival) => drawn(spec, arrival),
});

interface ActionSpec<Input extends z.ZodType> {
  purpose: Purpose;
  input: Input;
  page?: PageRoute;
  uploads?: number;
  unrecorded?: string;
}

const acting = (
  path: string,
  access: Access,
  spec: ActionSpec<z.ZodType>,
): Omit<ActionRoute, 'perform' | 'alsoWrong'> => ({
  sort: 'action',
  path,
  access,
  purpose: spec.purpose,
  input: spec.input,
  page: spec.page ?? null,
  uploads: spec.uploads ?? 0,
  unrecorded: spec.unrecorded ?? null,
});

/**
 * A change by somebody signed in. `run` is one transaction; it records what happened, or the
 * whole is refused (unless `unrecorded` says why there is nothing to record). `prepare` is done before
 * it, holding no connection: for what takes long, and for what stays though the change is refused.
 * `alsoWrong` is asked when some fields cannot be read, with those that can, so that everything to be mended is said
 * at once; `run` refuses the same by itself, and what nobody but those who may come so far should hear is left to it.
 */
export const action = <Input extends z.ZodType, Prepared = undefined>(
  path: string,
  spec: ActionSpec<Input> & {
    access: Exclude<Access, 'anyone'>;
    prepare?(visit: Visit, input: z.output<Input>): Promise<Prepared>;
    alsoWrong?(visit: Visit, readable: Partial<z.output<Input>>): Wrong | Promise<Wrong>;
    run(change: Change, input: z.output<Input>, prepared: Prepared): Promise<Done>;
  },
): ActionRoute => ({
  ...acting(path, spec.access, spec),
  alsoWrong: (arrival, readable) =>
    spec.alsoWrong?.(visitOf(arrival), readable as Partial<z.output<Input>>) ?? {},
  perform: (arrival, input, uploads) =>
    perform({ path, ...spec }, arrival, input as z.output<Input>, uploads),
});

/** A change that anybody may ask for; it opens its own transaction. */
export const publicAction = <Input extends z.ZodType>(
  path: string,
  spec: ActionSpec<Input> & {
    alsoWrong?(arrival: Arrival, readable: Partial<z.output<Input>>): Wrong | Promise<Wrong>;
    run(arrival: Arrival, input: z.output<Input>): Promise<Done>;
  },
): ActionRoute => ({
  ...acting(path, 'anyone', { unrecorded: 'records by itself', ...spec }),
  alsoWrong: (arrival, readable) => spec.alsoWrong?.(arrival, readable as Partial<z.output<Input>>) ?? {},
  perform: (arrival, input) => spec.run(arrival, input as z.output<Input>),
});

/** A file, a feed or a sheet for somebody signed in. */
export const bytes = (
  path: string,
  spec: { purpose: Purpose; access: Exclude<Access, 'anyone'>; send(visit: Visit): Promise<Bytes> },
): BytesRoute => ({
  sort: 'bytes',
  path,
  purpose: spec.purpose,
  access: spec.access,
  send: async (arrival) => {
    const visit = visitOf(arrival);
    const sent = await spec.send(visit);
    // A file that is not sent after all is closed here: nobody reads it to its end.
    await visit.logOpened().catch((error: unknown) => {
      if (sent.body instanceof Readable) sent.body.destroy();
      throw error;
    });
    return sent;
  },
});

export const publicBytes = (
  path: string,
  spec: { purpose: Purpose; send(arrival: Arrival): Promise<Bytes> },
): BytesRoute => ({
  sort: 'bytes',
  path,
  purpose: spec.purpose,
  access: 'anyone',
  send: (arrival) => spec.send(arrival),
});

/**
 * A protocol with methods of its own for somebody signed in, such as tus for uploads that go on where they stopped.
 * `run` is given the request with its body as a stream, of any type and length: it sets the limits. It opens
 * transactions of its own and records in them. What it throws is answered with the right status and a sentence in
 * plain text (exchange-problem.ts), never with a page. No other route may share its path.
 */
export const transfer = (
  path: string,
  spec: {
    purpose: Purpose;
    access: Exclude<Access, 'anyone'>;
    methods: readonly TransferMethod[];
    run(visit: Visit, request: Request): Promise<Response>;
  },
): TransferRoute => ({
  sort: 'transfer',
  path,
  purpose: spec.purpose,
  access: spec.access,
  methods: spec.methods,
  exchange: async (arrival, request) => {
    const visit = visitOf(arrival);
    const response = await spec.run(visit, request);
    if (response.ok) await visit.logOpened();
    return response;
  },
});

/** The access of a route in a word or two, for the list of routes. */
export function accessInWords(access: Access): string {
  if (typeof access === 'string') return access;
  if ('roles' in access) return `roles: ${access.roles.join(', ')}`;
  if ('members' in access) return `members: ${access.members.join(', ')}`;
  return `policy: ${access.kind}`;
}
