import type { Home } from './home.ts';

/** What the server's own words mean for whoever starts Staffroom. First match wins. */
const MEANINGS: [pattern: RegExp, meaning: (home: Home) => string][] = [
  [
    /No space left on device|Check free disk space|Disk quota exceeded/i,
    (home) => `The disk that holds ${home.folder} is full. Free some space there and start again.`,
  ],
  [
    /could not (?:resize|open|create) shared memory|Cannot allocate memory/i,
    () =>
      'The machine has too little free memory for the database (about 100 MB). Close something and start again.',
  ],
  [
    /Read-only file system/i,
    (home) =>
      `${home.folder} is on a disk that cannot be written to. Set DATA_DIR to a folder on another disk.`,
  ],
  [
    /Permission denied|invalid permissions|wrong ownership/i,
    (home) =>
      `The database’s folder ${home.folder} belongs to another user. Start Staffroom as the user who started it first.`,
  ],
  [
    /database files are incompatible|not compatible with this version/i,
    (home) => `The files in ${home.cluster} were made by another version of PostgreSQL.`,
  ],
];

/** @param output what the server wrote; quoted from its end when no known trouble is in it. */
export function explainTrouble(output: string, home: Home): string {
  for (const [pattern, meaning] of MEANINGS) if (pattern.test(output)) return meaning(home);
  const lines = output.trim().split('\n').slice(-5).join('\n');
  return `The database server wrote:\n${lines}\nMore stands in ${home.logFile}.`;
}
