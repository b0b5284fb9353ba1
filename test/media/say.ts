import { runProgram } from './run-program.ts';

/**
 * Speaks words into a WAV file with the voice there is: espeak-ng, the one inside ffmpeg (flite), or, where there is
 * neither, a tone that comes and goes about as quickly as words do.
 */
export async function say(ffmpeg: string, words: string, target: string): Promise<void> {
  const lavfi = (source: string) =>
    runProgram(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, target]);
  const inFilter = words.replaceAll(/[^\w ]/g, ' ');
  await runProgram('espeak-ng', ['-v', 'en-gb', '-s', '150', '-w', target, words])
    .catch(() => lavfi(`flite=text='${inFilter}':voice=slt`))
    .catch(() => lavfi(`aevalsrc=0.4*sin(440*t)*gt(sin(9*t)\\,0):s=24000:d=${words.length / 14}`));
}
