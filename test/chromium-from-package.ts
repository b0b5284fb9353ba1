import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

/**
 * The headless Chromium inside the npm package `@sparticuz/chromium` (Linux, x64), when that is
 * installed: unpacked once into the temporary folder, with the few libraries that a bare system
 * lacks. Without them it needs nothing but glibc and libgcc (docs/decisions/0040-tests.md).
 */
export async function packagedChromium(): Promise<{ path: string; env: Record<string, string> } | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const bin = packedFolder();
  if (!bin) return undefined;
  const folder = join(tmpdir(), `staffroom-packaged-chromium-${process.getuid?.()}`);
  const there = { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: join(folder, 'lib') } };
  if (existsSync(there.path)) return there;

  // Unpacked beside and then renamed: a folder with the right name is whole.
  const unfinished = await mkdtemp(`${folder}-`);
  await unpack(join(bin, 'chromium.br'), join(unfinished, 'chromium'));
  await chmod(join(unfinished, 'chromium'), 0o755);
  await unpackFolder(join(bin, 'al2023.tar.br'), unfinished);
  await unpackFolder(join(bin, 'swiftshader.tar.br'), unfinished);
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return there;
}

/** The package's folder of packed programs, whatever the place of its entry. */
function packedFolder(): string | undefined {
  let folder: string;
  try {
    folder = dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')));
  } catch {
    return undefined;
  }
  while (dirname(folder) !== folder) {
    if (existsSync(join(folder, 'bin', 'chromium.br'))) return join(folder, 'bin');
    folder = dirname(folder);
  }
  return undefined;
}

const unpack = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

async function unpackFolder(from: string, into: string): Promise<void> {
  if (!existsSync(from)) return;
  await mkdir(into, { recursive: true });
  const tar = join(into, 'unpacked.tar');
  await unpack(from, tar);
  spawnSync('tar', ['-xf', tar, '-C', into]);
  await rm(tar);
}
