/**
 * Cuts an EXIF block down to the one thing a picture needs from it: which way up it goes.
 * Place, time, camera, owner and preview picture are left out.
 * Source: EXIF 2.32 (CIPA DC-008), TIFF 6.0 section 2.
 */
const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * Takes a TIFF block (what follows 'Exif\0\0' in a JPEG) and gives a new block of 26 bytes that holds
 * the orientation alone, or null when the picture stands upright, says nothing, or cannot be read.
 */
export function orientationOnly(tiff: Buffer): Buffer | null {
  const orientation = readOrientation(tiff);
  if (orientation === null || orientation === 1) return null;
  const block = Buffer.alloc(26);
  block.write('MM', 0, 'latin1');
  block.writeUInt16BE(42, 2);
  block.writeUInt32BE(8, 4); // where the only directory begins
  block.writeUInt16BE(1, 8); // one entry
  block.writeUInt16BE(ORIENTATION, 10);
  block.writeUInt16BE(SHORT, 12);
  block.writeUInt32BE(1, 14); // one value
  block.writeUInt16BE(orientation, 18); // the last four bytes, zero, say that no directory follows
  return block;
}

/** The orientation, 1 to 8, or null when the block does not say. */
export function readOrientation(tiff: Buffer): number | null {
  if (tiff.length < 8) return null;
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const u16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (u16(2) !== 42) return null;

  const directory = u32(4);
  if (directory + 2 > tiff.length) return null;
  const entries = u16(directory);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.length) return null;
    if (u16(entry) !== ORIENTATION) continue;
    const value = u16(entry + 8);
    return u16(entry + 2) === SHORT && value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
