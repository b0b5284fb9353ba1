import { disposition } from '../http/disposition.ts';

/** How a kept file is handed out, so that nothing a person uploaded can act as part of Staffroom. */

interface FileToServe {
  /** The name its owner gave it. */
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** The request headers that matter here, as they came. */
interface FileRequest {
  range?: string | undefined;
  ifRange?: string | undefined;
  ifNoneMatch?: string | undefined;
  /** Asked for as a download although it could be shown. */
  download?: boolean;
}

interface FileAnswer {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  /** The bytes to send, both ends included; null for the whole file (200) or for no body (304, 416). */
  range: { start: number; end: number } | null;
}

/** Pictures a browser draws and never runs. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);
/** Whether a file of this type is sent to be shown in place; every other is a download. */
export const isShown = (mediaType: string): boolean => SHOWN.has(mediaType);

/** Types a player or a program needs to be told; every other type is sent as plain bytes. */
const TOLD =
  /^(audio\/(mpeg|mp4|wav|ogg|aac|webm)|video\/(mp4|quicktime|webm|3gpp2?)|image\/heic|application\/(pdf|zip|vnd\.(openxmlformats-officedocument|oasis\.opendocument)\.[a-z.]+))$/;

/**
 * Status, headers and byte range with which to answer a GET or HEAD for a file.
 * Pictures of a safe type are shown in place; everything else is a download (sound and film still play
 * inside a page, where browsers ignore that). The policy lets no file load, run or frame anything.
 * A browser may keep a copy but asks each time, so that a right that ended ends at once.
 * One range is served; several at once are answered with the whole file, as RFC 9110, section 14.2, allows.
 */
export function fileAnswer(file: FileToServe, request: FileRequest = {}): FileAnswer {
  const shown = isShown(file.mediaType);
  const etag = `"${file.sha256}"`;
  const headers: Record<string, string> = {
    'content-type': shown || TOLD.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
    'content-disposition': disposition(shown && !request.download ? 'inline' : 'attachment', file.name),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag,
  };
  if (request.ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return { status: 304, headers, range: null };
  }

  const asked = request.ifRange === undefined || request.ifRange === etag ? request.range : undefined;
  const range = readRange(asked, file.bytes);
  if (range === 'beyond') {
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${file.bytes}` }, range: null };
  }
  if (range === null)
    return { status: 200, headers: { ...headers, 'content-length': String(file.bytes) }, range };
  const { start, end } = range;
  return {
    status: 206,
    headers: {
      ...headers,
      'content-range': `bytes ${start}-${end}/${file.bytes}`,
      'content-length': String(end - start + 1),
    },
    range,
  };
}

/** RFC 9110, section 14.1.2. A header that cannot be read is ignored, as the section asks. */
function readRange(
  header: string | undefined,
  bytes: number,
): { start: number; end: number } | 'beyond' | null {
  const parts = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header ?? '');
  if (!parts) return null;
  const [first = '', last = ''] = [parts[1], parts[2]];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'beyond' : { start: bytes - length, end: bytes - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return null;
  if (start >= bytes) return 'beyond';
  return { start, end: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) };
}
