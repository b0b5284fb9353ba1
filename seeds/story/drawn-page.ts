import { crc32, deflateSync } from 'node:zlib';
import { Chance } from '../random.ts';

const [width, height] = [420, 300];
const [paper, rule, ink] = [0xfa, 0xc8, 0x30];

/** A picture of a pupil's page: ruled paper with lines of handwriting that cannot be read. PNG, grey. */
export function drawnPage(seed: number): Buffer {
  const chance = new Chance(seed);
  const dots = new Uint8Array(width * height).fill(paper);
  const dot = (x: number, y: number, shade: number): void => {
    if (x >= 0 && x < width && y >= 0 && y < height) dots[Math.round(y) * width + Math.round(x)] = shade;
  };
  const lines = chance.whole(5, 8);
  for (let line = 1; line <= 9; line++) for (let x = 0; x < width; x++) dot(x, line * 30, rule);
  for (let line = 1; line <= lines; line++) {
    const end = line === lines ? chance.whole(120, 260) : chance.whole(330, 395);
    for (let x = 28; x < end;) x = word(x, line * 30 - 4, chance, dot) + chance.whole(8, 14);
  }
  return png(dots);
}

/** Loops along a line, as a pen makes them. Answers where the word ends. */
function word(
  from: number,
  base: number,
  chance: Chance,
  dot: (x: number, y: number, shade: number) => void,
): number {
  const letters = chance.whole(2, 8);
  const tall = Array.from({ length: letters }, () => (chance.happens(0.25) ? 15 : 8));
  for (let t = 0; t < letters * 20; t++) {
    const high = tall[Math.floor(t / 20)]!;
    const turn = (t / 20) * 2 * Math.PI;
    const [x, y] = [from + t * 0.5 + Math.sin(turn) * 2, base - (1 - Math.cos(turn)) * (high / 2)];
    dot(x, y, ink);
    dot(x, y + 1, ink);
  }
  return from + letters * 10;
}

function png(dots: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey for each dot, nothing interlaced.
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(dots.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
