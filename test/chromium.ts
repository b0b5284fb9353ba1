import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { packagedChromium } from './chromium-from-package.ts';

/** A Chromium that can be started here: its program and what its surroundings must say. */
export interface Program {
  path: string;
  env?: Record<string, string>;
}

/** Without windows of its own to draw, the headless shell does the same with half the processor. */
const shell = 'chromium-headless-shell';

const commands = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const places = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Nothing of this may leave the machine, and nothing may wait for what it has not. */
const args = [
  '--disable-gpu',
  // One process less to tell of every picture: a tenth of the browser's work.
  '--in-process-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers often give /dev/shm 64 MB, where pages with pictures end the browser.
  '--disable-dev-shm-usage',
];

let found: Promise<Program> | undefined;

/**
 * A browser to look at pages with: CHROMIUM_PATH, the system's, the one of an installed package, or,
 * on Debian and as root, the distribution's, installed here and now. Throws with the command to type
 * when none can be had: pages that nobody looked at count as broken.
 */
export function findChromium(): Promise<Program> {
  found ??= find();
  return found;
}

async function find(): Promise<Program> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return { path: named };
    throw new Error(`CHROMIUM_PATH names ${named}, and there is nothing.`);
  }
  const path = onSystem();
  if (path) return { path };
  const packaged = await packagedChromium();
  if (packaged) return packaged;
  const installed = installOnDebian();
  if (installed) return { path: installed };
  throw new Error(
    'No Chromium was found, and the pages must be looked at in one. On Debian: ' +
      'sudo apt-get install -y chromium-headless-shell; on Ubuntu the same with chromium. ' +
      'On other systems install Chromium or Chrome, or set CHROMIUM_PATH.',
  );
}

function onSystem(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...places].find((path) => existsSync(path));
}

function installOnDebian(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const get = (...words: string[]) => spawnSync('apt-get', words, { env, stdio: 'ignore', timeout: 300_000 });
  get('update');
  for (const name of [shell, 'chromium']) {
    get('install', '-y', '--no-install-recommends', name);
    const path = onSystem();
    if (path) return path;
  }
  return undefined;
}

/** Starts a browser with a profile of its own, which goes when it is closed. */
export async function openChromium(): Promise<Browser> {
  const program = await findChromium();
  // Its own temporary folder too: Chromium leaves files there when it is ended.
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-chromium-'));
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: program.path,
    headless: true,
    args: [...args, ...(asRoot ? ['--no-sandbox'] : [])],
    env: { ...(process.env as Record<string, string>), ...program.env, TMPDIR: folder },
  });
  browser.on('disconnected', () => void rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return browser;
}
