import { z } from 'zod';
import { onlyYou } from '#platform/access/audience-words.ts';
import { NotFound, Refused, Stale } from '#platform/errors.ts';
import { newId } from '#platform/db/ids.ts';
import { line, prose, version } from '#platform/http/input.ts';
import type { Feature } from '#platform/http/feature.ts';
import { action, bytes, members, page, publicAction, roles, see, show } from '#platform/http/route.ts';
import { createServer } from '#platform/http/server.ts';
import { layout } from '#ui/layout.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { problemPage } from '#ui/problem.ts';
import { makePerson, makeSchool } from './factories.ts';
import { testSite, type TestSite } from './site.ts';

/** A site with one feature made for trying out what the server does for every feature, seen from outside. */

const common = { purpose: 'learning', access: 'signed-in' } as const;
export const size = 100_000;

const notePage = page('/note', {
  ...common,
  load: async (visit) => ({ form: visit.formAt('/note') }),
  view: (data) => ({
    title: 'A note',
    audience: onlyYou(),
    body: html`${form({ ...data.form, button: 'Save' }, (f) => f.textarea({ name: 'text', label: 'Text' }))}`,
  }),
});
const noteAction = action('/note', {
  ...common,
  input: z.object({ text: prose('Write a sentence.', 50) }),
  page: notePage,
  async run(change, { text }) {
    if (text.includes('taken')) throw new Refused({ text: 'Somebody wrote this already.' });
    if (text.includes('gone')) throw new NotFound();
    if (text.includes('follows'))
      change.afterCommit(async () => {
        throw new Error('a fault that follows');
      });
    await change.record({ kind: 'noted' });
    return see('/note', 'Your note is saved.', '/note/undo');
  },
});
const headsAction = action('/note/heads', {
  purpose: 'learning',
  access: roles('head'),
  input: z.object({ text: line() }),
  run: async () => see('/note'),
});
const onceAction = action('/note/once', {
  ...common,
  unrecorded: 'only shows',
  input: z.object({}),
  prepare: async ({ who }) => `the secret of ${who.standing.name}`,
  async run(change, _input, secret) {
    let told = '';
    change.afterCommit(async () => (told = secret));
    return show(() => ({ title: 'Shown once', audience: onlyYou(), body: html`<p>${told}</p>` }));
  },
});
/** What a page gives that has the names of a redirect's parts. */
const likeSeePage = page('/note/like-see', {
  ...common,
  load: async () => ({ to: '/elsewhere', said: 'x', undo: '/undo' }),
  view: ({ to }) => ({ title: to, audience: onlyYou(), body: html`` }),
});
const staleAction = action('/note/old', {
  ...common,
  input: z.object({ version: version(), text: line() }),
  async run(change, { text }) {
    throw new Stale({
      version: 4,
      ...(text.startsWith('own')
        ? { writerId: change.who.personId, writtenBy: change.who.standing.name }
        : text.startsWith('unknown')
          ? { writerId: null, writtenBy: 'Somebody' }
          : { writerId: newId(change.now), writtenBy: 'Tomos Bevan' }),
      writtenAt: new Date('2026-11-22T14:05:00Z'),
      fields: [{ name: 'text', label: 'Text', text: 'What Tomos wrote' }],
      ticks: [{ name: 'shown', label: 'Others may read it', ticked: false }],
    });
  },
});
const closedAction = action('/note/closed', {
  ...common,
  input: z.object({}),
  page: notePage,
  run: async () => {
    throw new Refused('It was closed meanwhile.');
  },
});
const movedPage = page('/note/moved', { ...common, load: async () => see('/note'), view: () => nowhere });
const nowhere = { title: 'Nowhere', audience: onlyYou(), body: html`` };
const movedAction = action('/note/moved', {
  ...common,
  input: z.object({}),
  page: movedPage,
  run: async () => {
    throw new Refused('It was closed meanwhile.');
  },
});
const silentAction = action('/silent', { ...common, input: z.object({}), run: async () => see('/note') });
const fileAction = action('/file', {
  ...common,
  unrecorded: 'only looks',
  uploads: size,
  input: z.object({ title: line() }),
  run: async (change, { title }) =>
    see(`/note?${change.uploads.map(({ name, bytes: n }) => `${name}=${n}`)}&${title}`),
});
const openAction = publicAction('/open', {
  purpose: 'learning',
  input: z.object({ text: line().optional() }),
  page: notePage,
  run: async (_arrival, { text }) => {
    if (text === 'refuse') throw new Refused('Not like this.');
    return see('/note');
  },
});
const staffPage = page('/staff-only', {
  purpose: 'learning',
  access: members('staff'),
  load: async () => null,
  view: () => ({ title: 'For staff', audience: onlyYou(), body: html`` }),
});
const brokenBytes = bytes('/broken', {
  ...common,
  send: async () => {
    throw new Error('a fault');
  },
});

const feature: Feature = {
  name: 'test',
  routes: [
    notePage,
    noteAction,
    headsAction,
    onceAction,
    likeSeePage,
    closedAction,
    movedPage,
    movedAction,
    staleAction,
    silentAction,
    fileAction,
    openAction,
    staffPage,
    brokenBytes,
  ],
};

export const site = await testSite();
export const school = await makeSchool(site.db);
const app = await createServer({
  services: site.services,
  features: [feature],
  render: layout,
  problem: problemPage,
  places: () => [],
  assets: new Map(
    ['staffroom.css', 'browser.js', 'mark.svg'].map((name) => [
      name,
      {
        path: `/assets/${name}`,
        type: 'text/plain',
        body: Buffer.from('body{}'),
        brotli: Buffer.from('packed'),
      },
    ]),
  ),
  cookieName: 'staffroom',
  secure: false,
});
export const own: TestSite = { ...site, app };
export const ann = await makePerson(site.db, school, { name: 'Ann Lee' });
export const cookie = await site.cookieOf(ann);
export const cookies = { [cookie.name]: cookie.value };

export const send = async (
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  signedIn = true,
) => {
  const answer = await own.app.inject({
    method: 'POST',
    url,
    cookies: signedIn ? cookies : {},
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: answer.statusCode, to: String(answer.headers.location ?? ''), text: answer.body, answer };
};

export const events = async () =>
  (await site.db.selectFrom('event').select('id').where('owner_id', '=', school.id).execute()).length;
