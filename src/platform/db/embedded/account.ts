import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { StartProblem } from '../../start-problem.ts';

/** Whom the database server runs as. `null`: whoever runs Staffroom. */
export type Account = { uid: number; gid: number; name: string } | null;

/** Looked for in this order: one made for the purpose, else one that every system has. */
const CANDIDATES = ['staffroom', 'nobody', 'daemon'];

/**
 * PostgreSQL refuses to run as root, so when root starts Staffroom the server runs as another account:
 * the one that owns the database already, else `staffroom` if the system has it, else `nobody`.
 *
 * @param cluster the folder of the database, which need not exist yet.
 */
export function serverAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return null;

  const owner = lstatSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };

  for (const name of CANDIDATES) {
    const account = find(name);
    if (account && canBecome(account)) return account;
  }
  throw new StartProblem(
    'The database server must not run as root, and root may not start it as another user here. ' +
      'Start Staffroom as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

/** What `spawn` needs to start a program as the account. */
export function runAs(account: Account): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Can the account enter the folder, through all its parents, and write in it? */
export function canUse(folder: string, account: Account): boolean {
  if (process.platform === 'win32') return true;
  const check = spawnSync('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], {
    ...runAs(account),
    cwd: '/',
    stdio: 'ignore',
  });
  return check.status === 0;
}

function find(name: string): Account {
  try {
    const number = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: number('-u'), gid: number('-g'), name };
  } catch {
    return null;
  }
}

function canBecome(account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'true'], { ...runAs(account), cwd: '/', stdio: 'ignore' }).status === 0;
}
