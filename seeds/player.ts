import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '#platform/db/database.ts';
import { runDueJobs } from '#platform/jobs/relay.ts';
import { createApp } from '#src/app.ts';
import { jobsOf } from '#src/jobs.ts';
import type { Services } from '#platform/http/context.ts';
import { openKeys } from '#platform/vault/keys.ts';
import { makeServices } from '#src/services.ts';
import { type Answer, type Browser, type Fields, openBrowser, type UploadFile } from './browser.ts';
import type { SeededSchool } from './people.seed.ts';

/**
 * Lets the people of the demo live through its story: they press the buttons that people press, on
 * the days on which it happened. So the demo holds nothing that the program would not have made
 * itself, and a change of the program that breaks the story breaks the seeding.
 */
export interface Player {
  /** Goes to a moment of the story: a day at half past eight, or a day and a time. */
  at(day: string, time?: string): void;
  /** Somebody does something: sends a form. Anything but "done" is an error that says what was answered. */
  does(key: string, path: string, fields?: Fields, files?: readonly UploadFile[]): Promise<Answer>;
  /** Somebody sends a form that is answered with a page: a preview of what a list would change. */
  shows(key: string, path: string, fields?: Fields, files?: readonly UploadFile[]): Promise<Answer>;
  /** Somebody opens a page. */
  reads(key: string, path: string): Promise<Answer>;
  /** Lets the program do what follows by itself: notices, reminders. */
  settle(): Promise<void>;
  /** Lets a recurring job do its round now: the story goes back in time, and the clock of such jobs does not. */
  runs(job: string): Promise<void>;
  db: Db;
  school: SeededSchool;
  /** What the site shares: its clock stands where the story is. */
  services: Services;
}

const noAssets = new Map(
  ['staffroom.css', 'browser.js', 'mark.svg'].map((name) => [
    name,
    { path: `/assets/${name}`, type: 'text/plain', body: Buffer.alloc(0) },
  ]),
);

/** The folders of a site: of uploaded files, of sealed recordings, and of the key to those. */
export interface Kept {
  files: string;
  sealed: string;
  keys: string;
}

/** All three within one folder, for a site that does not last. */
export const keptIn = (folder: string): Kept => ({
  files: join(folder, 'files'),
  sealed: join(folder, 'sealed'),
  keys: join(folder, 'keys'),
});

/** Plays `story` over the site's own addresses, with its clock. Letters of the past go nowhere. */
export async function play(
  db: Db,
  school: SeededSchool,
  kept: Kept,
  story: (player: Player) => Promise<void>,
): Promise<void> {
  const letters = await mkdtemp(join(tmpdir(), 'staffroom-story-'));
  let now = school.began;
  const services = makeServices({
    db,
    mail: { from: 'Staffroom <staffroom@sandhaven.example>', folder: letters },
    files: kept.files,
    sealed: kept.sealed,
    keys: await openKeys(kept.keys),
    now: () => now,
    address: () => 'http://sandhaven.example',
    report: (error) => {
      throw error;
    },
    demo: true,
  });
  const app = await createApp(services, { assets: noAssets });
  const jobs = jobsOf(services, (line) => {
    throw new Error(line);
  });
  const browsers = new Map<string, Browser>();
  const browserOf = async (key: string): Promise<Browser> => {
    const personId = school.people[key];
    if (!personId) throw new Error(`Nobody in the cast is called '${key}'.`);
    let browser = browsers.get(key);
    if (!browser) {
      // Begun at the end of the story, it holds at every moment of it.
      const secret = await services.sessions.begin(personId, school.id, 'Story', school.now);
      browser = openBrowser(app, { staffroom_demo: secret });
      browsers.set(key, browser);
    }
    return browser;
  };
  try {
    await story({
      db,
      school,
      services,
      at(day, time = '08:30') {
        now = new Date(`${day}T${time}:00Z`);
      },
      async does(key, path, fields, uploads) {
        const answer = await (await browserOf(key)).post(path, fields, uploads);
        if (answer.status !== 303)
          throw new Error(`${key} sent ${path} and got ${answer.status}: ${inWords(answer.text)}`);
        return answer;
      },
      async shows(key, path, fields, uploads) {
        const answer = await (await browserOf(key)).post(path, fields, uploads);
        if (answer.status !== 200)
          throw new Error(`${key} sent ${path} and got ${answer.status}: ${inWords(answer.text)}`);
        return answer;
      },
      async reads(key, path) {
        const answer = await (await browserOf(key)).get(path);
        if (answer.status !== 200)
          throw new Error(`${key} opened ${path} and got ${answer.status}: ${inWords(answer.text)}`);
        return answer;
      },
      settle: async () => void (await runDueJobs(jobs)),
      async runs(name) {
        const job = jobs.recurring?.find((each) => each.name === name);
        if (!job) throw new Error(`No recurring job is called '${name}'.`);
        await job.run({ ...services, signal: new AbortController().signal });
      },
    });
  } finally {
    await app.close();
    await db.updateTable('session').set({ ended_at: school.now }).where('device', '=', 'Story').execute();
    await rm(letters, { recursive: true, force: true });
  }
}

/** What a page says, without its markup: enough to see why a form came back. */
const inWords = (page: string): string =>
  page
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 600);
