import { t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { html, type Html } from '#ui/html.ts';
import { playedOf, type Recording, recordingHref } from './recording.ts';

interface PlayerOptions {
  /** Begins here, and ends there where that is given: milliseconds. Written into the address as a media fragment. */
  fromMs?: number | undefined;
  toMs?: number | undefined;
  /** For pages that hold two. */
  id?: string | undefined;
}

type Played = Pick<
  Recording,
  'id' | 'title' | 'kind' | 'media' | 'durationMs' | 'width' | 'height' | 'captions'
>;

/**
 * What plays a recording: the browser's own player, so that keyboard, captions, speed and picture in picture are those
 * that people know. A page asks first whether it can be played (`isPlayable`).
 * `data-recording` holds the id and `data-duration` the length in milliseconds, for scripts.
 */
export function player(recording: Played, options: PlayerOptions = {}): Html {
  const played = playedOf(recording);
  const sound = recording.kind === 'audio' || played?.mediaType.startsWith('audio/');
  const marks = {
    class: sound ? 'player sound' : 'player film',
    id: options.id,
    controls: true,
    preload: 'metadata',
    src: recordingHref(recording, 'play') + fragment(options),
    'aria-label': t('Player: {title}', { title: recording.title }),
    'data-recording': recording.id,
    'data-duration': recording.durationMs,
  };
  const track = recording.captions
    ? html`<track
        kind="captions"
        src="${recordingHref(recording, 'captions.vtt')}"
        srclang="${recording.captions}"
        label="${t('Captions')}"
        default
      />`
    : null;
  const without = html`<p>
    ${t('Your browser cannot play this here.')}
    <a href="${recordingHref(recording, 'play')}">${t('Open it by itself')}</a>
  </p>`;
  if (sound) return html`<audio${attributes(marks)}>${track}${without}</audio>`;
  const poster = recording.media.some(({ part }) => part === 'poster')
    ? recordingHref(recording, 'poster')
    : null;
  const size = { width: recording.width, height: recording.height };
  return html`<video${attributes({ ...marks, ...size, poster, playsinline: true })}>${track}${without}</video>`;
}

/** W3C Media Fragments: seconds, as every browser's player understands without a script. */
function fragment({ fromMs, toMs }: PlayerOptions): string {
  if (fromMs === undefined) return '';
  const end = toMs === undefined ? '' : `,${toMs / 1000}`;
  return `#t=${fromMs / 1000}${end}`;
}
