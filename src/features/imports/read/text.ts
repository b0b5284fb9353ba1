/** How the characters of a file were written. */
export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16' | 'Windows-1252';

interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Bytes to text. A byte-order mark decides; otherwise text that is valid UTF-8 is UTF-8, and the rest is
 * Windows-1252, which older spreadsheets write in western Europe and in which every byte means something.
 * Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8 with BOM' };
  }
  if (a === 0xff && b === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (a === 0xfe && b === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}
