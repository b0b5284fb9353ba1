/**
 * Reads what ffmpeg writes under `-progress`, in whatever pieces it comes, and tells how many milliseconds of the
 * result stand. `out_time_ms` is in microseconds, whatever its name says, in every version of ffmpeg.
 */
export function readProgress(tell: (ms: number) => void): (chunk: Buffer) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const reached = /^out_time_ms=(\d+)/.exec(line)?.[1];
      if (reached) tell(Math.round(Number(reached) / 1000));
    }
  };
}
