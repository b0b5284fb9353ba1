import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Ffmpeg, searchFfmpeg } from '#platform/media/find-ffmpeg.ts';

let found: Promise<Ffmpeg> | undefined;

/**
 * An ffmpeg to test with: the one the program itself would take, or, on Debian and as root, the distribution's,
 * installed here and now together with the voice that speaks in the test recordings. Throws with the command to
 * type when none can be had: recordings that nobody played count as broken.
 */
export function ensureFfmpeg(): Promise<Ffmpeg> {
  found ??= find();
  return found;
}

async function find(): Promise<Ffmpeg> {
  const there = await searchFfmpeg(process.env);
  if (there) return there;
  installOnDebian();
  const installed = await searchFfmpeg(process.env);
  if (installed) return installed;
  throw new Error(
    'No ffmpeg with libx264 was found, and recordings must be made with one. On Debian and Ubuntu: ' +
      'sudo apt-get install -y ffmpeg espeak-ng; on macOS: brew install ffmpeg espeak-ng. ' +
      'Or set FFMPEG_PATH to the program.',
  );
}

function installOnDebian(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const get = (...words: string[]) => spawnSync('apt-get', words, { env, stdio: 'ignore', timeout: 300_000 });
  get('update');
  get('install', '-y', '--no-install-recommends', 'ffmpeg', 'espeak-ng');
}
