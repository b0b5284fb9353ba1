/**
 * `npm run licences`: what Staffroom is made of, each package with its version and licence. Fails
 * when one comes under a licence that an Apache-2.0 product cannot pass on as it is.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Licensed {
  name: string;
  version: string;
  licence: string;
}

/** Licences that ask for no more than credit, by their SPDX names; MPL-2.0 also for changes to its own files. */
const accepted = new Set([
  'MIT',
  'MIT-0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'Apache-2.0',
  'MPL-2.0',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'PostgreSQL',
  'Python-2.0',
]);

const root = fileURLToPath(new URL('..', import.meta.url));

interface Lockfile {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean }>;
}

/** Every package that a running Staffroom uses, for whatever machine, in order of name. From the lockfile. */
export async function listLicences(): Promise<Licensed[]> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  const used = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  const listed = await Promise.all(
    used.map(async ([path, { version = '', license }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license ?? (await statedInPackage(path)),
    })),
  );
  return listed.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Old packages say it in their own file only, some as a list. */
async function statedInPackage(path: string): Promise<string> {
  try {
    const { license, licenses } = JSON.parse(await readFile(join(root, path, 'package.json'), 'utf8')) as {
      license?: string | { type: string };
      licenses?: { type: string }[];
    };
    const stated = typeof license === 'object' ? license.type : license;
    return stated ?? licenses?.map(({ type }) => type).join(' OR ') ?? (await statedInReadme(path));
  } catch {
    return 'none stated';
  }
}

/** Very old ones say it under a heading of their readme alone. */
async function statedInReadme(path: string): Promise<string> {
  for (const name of ['Readme.md', 'README.md', 'readme.md']) {
    const readme = await readFile(join(root, path, name), 'utf8').catch(() => '');
    const said = /^#+ *licen[cs]e\s+([\w.-]+)\s*$/im.exec(readme)?.[1];
    if (said) return said;
  }
  return 'none stated';
}

/** Of alternatives one must be accepted; of licences that hold together, all. */
export const isAccepted = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => accepted.has(name.trim())));

if (import.meta.main) {
  const all = await listLicences();
  for (const { name, version, licence } of all) process.stdout.write(`${name} ${version}  ${licence}\n`);
  const refused = all.filter(({ licence }) => !isAccepted(licence));
  process.stdout.write(`\n${all.length} packages\n`);
  for (const { name, licence } of refused) process.stdout.write(`Not accepted: ${name}, ${licence}\n`);
  process.exitCode = refused.length === 0 ? 0 : 1;
}
