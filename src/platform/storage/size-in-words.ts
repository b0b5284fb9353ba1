const units = [
  ['GB', 1024 ** 3],
  ['MB', 1024 ** 2],
  ['KB', 1024],
] as const;

/** A limit in bytes as people say it, rounded down: '4 GB', '20 MB', '900 bytes'. */
export function sizeInWords(bytes: number): string {
  const [unit, size] = units.find(([, of]) => bytes >= of) ?? ['bytes', 1];
  return `${Math.floor(bytes / size)} ${unit}`;
}
