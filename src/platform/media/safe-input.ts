/**
 * What ffmpeg is told before it opens a file that somebody sent. It knows hundreds of formats; some name other
 * files or addresses, which it would fetch (playlists, concat scripts, drawings, subtitles), and many of its
 * decoders are hardly ever used by anybody. So it reads with the one reader that belongs to the file's content, asks
 * nothing but the address it was given, and decodes what phones, cameras and browsers record.
 */

/** ffmpeg's reader for each media type that `mediaTypeOf` tells and that may hold a recording. */
const READERS: Record<string, string> = {
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'video/3gpp': 'mov',
  'video/3gpp2': 'mov',
  'audio/mp4': 'mov',
  'video/webm': 'matroska',
  'audio/webm': 'matroska',
  'video/x-matroska': 'matroska',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
  'audio/amr-wb': 'amr',
};

const DECODERS = [
  'h264,hevc,vp8,vp9,libdav1d,libaom-av1,av1,mpeg4,h263,mjpeg',
  'aac,aac_fixed,aac_latm,opus,libopus,vorbis,libvorbis,mp3float,mp3,flac,alac',
  'amrnb,amrwb,libopencore_amrnb,libopencore_amrwb,adpcm_ima_qt,adpcm_ms,adpcm_ima_wav',
  'pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_f32le,pcm_u8,pcm_mulaw',
].join(',');

/** A picture of 8K; a header that claims more would have memory set aside for it. */
const MOST_PIXELS = 7680 * 4320;

/** Whether a file of this type may hold a recording at all. */
export const mayHoldRecording = (mediaType: string): boolean => READERS[mediaType] !== undefined;

/**
 * The words that open `address`, whose content is of `mediaType`; they stand where `-i` would.
 * `first` are options of the input, such as where to begin.
 */
export function openSafely(address: string, mediaType: string, first: readonly string[] = []): string[] {
  const reader = READERS[mediaType];
  if (reader === undefined) throw new Error(`There is no reader for ${mediaType}.`);
  return [
    ['-protocol_whitelist', 'http,tcp', '-format_whitelist', reader, '-f', reader],
    ['-codec_whitelist', DECODERS, '-max_pixels', String(MOST_PIXELS)],
    // A film may say that its pictures lie in another file.
    reader === 'mov' ? ['-enable_drefs', '0', '-use_absolute_path', '0'] : [],
    first,
    ['-i', address],
  ].flat();
}
