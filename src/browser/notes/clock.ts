/** A moment as people say it: '3:07', '1:03:07'. */
export function clock(ms: number): string {
  const whole = Math.floor(ms / 1000);
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** The same to the tenth of a second, as the form of a note keeps it: '3:07.4'. */
export const tenths = (ms: number): string => {
  const tenth = Math.floor(ms / 100) % 10;
  return tenth === 0 ? clock(ms) : `${clock(ms)}.${tenth}`;
};

/** '3:07–3:20' of a stretch. */
export const timeOf = ({ from, to }: { from: number; to: number | null }): string =>
  to === null ? clock(from) : `${clock(from)}–${clock(to)}`;

/** Milliseconds of '3:07', '3:07.5', '1:03:07' or '187'; null where it is none of these. */
export function msOf(text: string): number | null {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,5}(?:[.,]\d{1,3})?)$/.exec(text.trim());
  if (!parts) return null;
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3]!.replace(',', '.')].map((part) =>
    Number(part ?? 0),
  ) as [number, number, number];
  return Math.round((hours * 3600 + minutes * 60 + seconds) * 1000);
}
