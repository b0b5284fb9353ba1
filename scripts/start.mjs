/**
 * `node scripts/start.mjs <entry.ts> [arguments]`: the way everything in Staffroom is started.
 *
 * Runs on Node 20, 22 or 24 before anything is installed. It installs what is missing, finds a Node
 * that runs TypeScript by itself (24 or newer; one comes with the packages) and hands over to it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  readFileSync,
  chmodSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
/** Holds the hash of the lockfile that node_modules was installed from. */
const stamp = join(modules, '.staffroom-installed');
const lock = join(root, '.staffroom-installing');
const onWindows = process.platform === 'win32';
const LEAST_NODE = 24;
let holdsLock = false;

const [entry, ...args] = process.argv.slice(2);
if (!entry) giveUp('Say what to start: node scripts/start.mjs src/main.ts');

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
if (!isInstalled()) await install();
run(findNode(), [resolve(root, entry), ...args]);

function isInstalled() {
  try {
    return readFileSync(stamp, 'utf8') === wanted;
  } catch {
    return isInstalledByHand();
  }
}

/** Someone ran npm themselves: npm's own list of what it installed says whether all is there. */
function isInstalledByHand() {
  try {
    const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
    const present = read(join(modules, '.package-lock.json'));
    const complete = Object.entries(read(join(root, 'package-lock.json'))).every(
      ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
    );
    if (complete) writeFileSync(stamp, wanted);
    return complete;
  } catch {
    return false;
  }
}

/** One process installs; the others wait for it and then find nothing left to do. */
async function install() {
  await takeLock();
  try {
    if (isInstalled()) return;
    console.log('Fetching what Staffroom needs. This happens once and takes about a minute.');
    const { status, output } = await npm([
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (status !== 0) giveUp(explain(output));
    writeFileSync(stamp, wanted);
  } finally {
    releaseLock();
  }
}

async function takeLock() {
  const patience = Date.now() + 10 * 60_000;
  for (;;) {
    try {
      // Making a folder either succeeds for one process or fails.
      mkdirSync(lock);
      holdsLock = true;
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') giveUp(explain(`${error.code} ${error.message}`));
    }
    if (isAbandoned()) rmSync(lock, { recursive: true, force: true });
    else if (Date.now() > patience)
      giveUp(`Another start has been fetching packages for ten minutes. If none is, remove ${lock}.`);
    else await new Promise((done) => setTimeout(done, 200));
  }
}

function releaseLock() {
  if (holdsLock) rmSync(lock, { recursive: true, force: true });
  holdsLock = false;
}

/** The process that made the lock was ended before it could remove it. */
function isAbandoned() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    // No number in it yet: its maker had a moment to write it, or ended in that moment.
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    return error.code === 'ENOENT' && Date.now() - made > 5_000;
  }
}

/** npm as a file run by this very Node where it can be found, since a shell would be needed on Windows. */
function npm(commands) {
  const beside = dirname(process.execPath);
  const script = [
    process.env.npm_execpath,
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  const [program, first] = script ? [process.execPath, [script]] : [onWindows ? 'npm.cmd' : 'npm', []];
  return new Promise((done) => {
    const child = spawn(program, [...first, ...commands], {
      cwd: root,
      shell: !script && onWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_config_update_notifier: 'false' },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => done({ status: 1, output: `${error.code} ${error.message}` }));
    child.once('close', (status) => done({ status, output }));
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, () => {
        child.kill(signal);
        releaseLock();
        process.exit(128 + constants.signals[signal]);
      });
    }
  });
}

/** What npm's words mean for whoever starts Staffroom. */
function explain(output) {
  if (/ENOENT.*\bnpm\b|\bnpm\b.*ENOENT/.test(output) && !/npm error/.test(output)) {
    return 'npm was not found. It comes with Node: install Node from https://nodejs.org and start again.';
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return 'The packages could not be fetched: there is no way to the network. Staffroom needs it once, at its first start. Connect, or set npm to your proxy (npm config set proxy http://…), and start again.';
  }
  if (/ENOSPC|EDQUOT/.test(output)) {
    return `The disk is full. Staffroom's packages need about 450 MB in ${root}.`;
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `Your account may not write in ${root}. Put Staffroom in a folder of your own, or start it once as the folder's owner.`;
  }
  return `The packages could not be installed. npm wrote:\n${output.trim().split('\n').slice(-12).join('\n')}`;
}

function findNode() {
  const platform = onWindows ? 'win' : process.platform;
  const bundled = join(modules, `node-${platform}-${process.arch}`, 'bin', onWindows ? 'node.exe' : 'node');
  if (existsSync(bundled)) {
    makeExecutable(bundled);
    return bundled;
  }
  if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE) return process.execPath;
  giveUp(
    `Staffroom runs on Node ${LEAST_NODE} or newer; this is Node ${process.versions.node}, and none comes with ` +
      `the packages for this machine (${process.platform} ${process.arch}). Install Node ${LEAST_NODE} from https://nodejs.org and start again.`,
  );
}

function makeExecutable(path) {
  const { mode } = lstatSync(path);
  if (onWindows || (mode & 0o111) !== 0) return;
  try {
    chmodSync(path, 0o755);
  } catch {
    giveUp(`${relative(root, path)} may not be run. As the owner of the folder: chmod +x ${path}`);
  }
}

function run(node, commands) {
  // What Node makes of a thousand files is kept for the next start: half a second and 18 MB less.
  const env = { NODE_COMPILE_CACHE: join(modules, '.cache', 'staffroom'), ...process.env };
  // Room for what lives briefly: pages cost the same with 8 MB as with 32, which stay taken at rest.
  const child = spawn(node, ['--max-semi-space-size=8', ...commands], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl+C in a terminal reaches the child by itself; a second one would look like impatience.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
  }
  if (process.env.npm_lifecycle_event) stopWithParent(child);
  child.once('error', (error) => giveUp(`${node} could not be started: ${error.message}`));
  child.once('close', (status, signal) => process.exit(status ?? 128 + constants.signals[signal]));
}

/**
 * Told to stop, npm ends the shell it put between itself and this, which passes nothing on. Started otherwise,
 * this may well outlive the shell that it was typed in.
 */
function stopWithParent(child) {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    child.kill('SIGTERM');
  }, 500);
  looking.unref();
}

function giveUp(message) {
  releaseLock();
  console.error(message);
  process.exit(1);
}
