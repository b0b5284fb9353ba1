import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../../start-problem.ts';
import { canUse, serverAccount, type Account } from './account.ts';
import { MAJOR_VERSION } from './binaries.ts';

/** Where one embedded database keeps its things, and the account that owns them. */
export interface Home {
  folder: string;
  /** PostgreSQL's own data directory. */
  cluster: string;
  /** The folder of the unix socket, closed to every other account. */
  sockets: string;
  passwordFile: string;
  logFile: string;
  account: Account;
}

/** In DATA_DIR, when the database had to live elsewhere: one line, the path of its folder. */
const ELSEWHERE_NOTE = 'postgres-is-elsewhere.txt';

/** The longest path of a unix socket on Linux is 107 bytes, on macOS 103; PostgreSQL adds a file name. */
const LONGEST_SOCKET_FOLDER = 85;

/**
 * Finds or makes DATA_DIR/postgres. When root starts Staffroom in a folder that the server's account
 * cannot reach (below /root, mostly), the database lives under /var/lib instead; DATA_DIR keeps a note.
 */
export function openHome(dataDir: string, say: (line: string) => void): Home {
  makeDataDir(dataDir);
  const noted = readNote(dataDir);
  const folder = noted ?? join(dataDir, 'postgres');
  const home = homeAt(folder);
  prepare(home);
  if (canUse(home.folder, home.account)) {
    if (noted) say(twoFolders(folder, dataDir));
    return home;
  }

  if (!home.account || noted) throw cannotUse(home);
  if (!existsSync(home.cluster)) rmSync(home.folder, { recursive: true });
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const other = homeAt(`/var/lib/staffroom-${hash}`);
  prepare(other);
  if (!canUse(other.folder, other.account)) throw cannotUse(other);
  writeFileSync(join(dataDir, ELSEWHERE_NOTE), `${other.folder}\n`);
  say(twoFolders(other.folder, dataDir));
  return other;
}

/** Said at every start: whoever backs up may not be whoever started it first. */
const twoFolders = (folder: string, dataDir: string): string =>
  `The database is kept in ${folder}, because the account it runs as cannot reach ${dataDir}. Back up both folders.`;

function homeAt(folder: string): Home {
  const cluster = join(folder, String(MAJOR_VERSION));
  return {
    folder,
    cluster,
    sockets: socketFolder(folder),
    passwordFile: join(folder, 'password'),
    logFile: join(folder, 'server.log'),
    account: serverAccount(cluster),
  };
}

function makeDataDir(dataDir: string): void {
  try {
    const made = mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // Started by root, the server's account must be able to pass through a folder made here just now.
    if (made && process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  } catch (error) {
    throw new StartProblem(
      `The folder ${dataDir} cannot be made (${(error as Error).message}). Set DATA_DIR to a folder you may write in.`,
    );
  }
}

function prepare(home: Home): void {
  try {
    makePrivate(home.folder, home.account);
    makePrivate(home.sockets, home.account);
  } catch (error) {
    throw cannotUse(home, error as Error);
  }
}

function makePrivate(folder: string, account: Account): void {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

function readNote(dataDir: string): string | undefined {
  const note = join(dataDir, ELSEWHERE_NOTE);
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined;
}

/** Inside the home when the path is short enough, else a folder with a name nobody can foresee taking. */
function socketFolder(folder: string): string {
  const inside = join(folder, 'socket');
  if (process.platform === 'win32' || Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) return inside;
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return `/tmp/staffroom-${hash}`;
}

function cannotUse(home: Home, error?: Error): StartProblem {
  const who = home.account ? `the account the database runs as (${home.account.name})` : 'your account';
  const reason = error ? ` (${error.message})` : '';
  return new StartProblem(
    `The folder ${home.folder} cannot be used by ${who}${reason}. If Staffroom was first started by another ` +
      'user, start it as that user again; otherwise set DATA_DIR to a folder you may write in.',
  );
}
