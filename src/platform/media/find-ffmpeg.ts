import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Two programs of one installation; both are needed. */
export interface Ffmpeg {
  ffmpeg: string;
  ffprobe: string;
}

type Environment = Record<string, string | undefined>;

let found: Promise<Ffmpeg | null> | undefined;

/**
 * The ffmpeg of this machine, or null where there is none that can write what browsers play (H.264 by
 * libx264). Asked once and remembered while the program runs.
 */
export function findFfmpeg(): Promise<Ffmpeg | null> {
  found ??= searchFfmpeg(process.env);
  return found;
}

/**
 * Looks for ffmpeg anew: where FFMPEG_PATH says (the program, with ffprobe beside it), otherwise on PATH.
 * When FFMPEG_PATH names something that is not there the answer is null, whatever stands on PATH: so one can also
 * do without.
 */
export async function searchFfmpeg(environment: Environment): Promise<Ffmpeg | null> {
  const named = environment.FFMPEG_PATH?.trim();
  const ending = process.platform === 'win32' ? '.exe' : '';
  const candidates = named
    ? [named]
    : (environment.PATH ?? '')
        .split(delimiter)
        .filter((folder) => folder !== '')
        .map((folder) => join(folder, `ffmpeg${ending}`));
  for (const ffmpeg of candidates) {
    const ffprobe = join(dirname(ffmpeg), basename(ffmpeg).replace('ffmpeg', 'ffprobe'));
    if (ffprobe === ffmpeg || !(await isFile(ffmpeg)) || !(await isFile(ffprobe))) continue;
    if (await writesH264(ffmpeg)) return { ffmpeg, ffprobe };
  }
  return null;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

/** Some distributions leave libx264 out; a program that cannot be started answers no as well. */
async function writesH264(ffmpeg: string): Promise<boolean> {
  try {
    const { stdout } = await run(ffmpeg, ['-hide_banner', '-encoders'], { timeout: 20_000 });
    return /\blibx264\b/.test(stdout) && /\baac\b/.test(stdout);
  } catch {
    return false;
  }
}
