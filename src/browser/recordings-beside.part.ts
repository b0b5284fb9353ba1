import { besideKeys } from './beside/keys.ts';
import { Pair } from './beside/pair.ts';
import { Tools } from './beside/tools.ts';

/**
 * Two recordings side by side, played and moved together. Without this script each plays by itself, and the links to
 * one's notes open their moment on the recording's own page. What it does stands in `beside/`.
 */
class RecordingsBeside extends HTMLElement {
  #open = false;

  async connectedCallback(): Promise<void> {
    const [first, second] = this.querySelectorAll<HTMLMediaElement>('video, audio');
    const place = this.querySelector<HTMLElement>('.beside-tools');
    if (this.#open || !first || !second || !place) return;
    this.#open = true;
    await Promise.all([first, second].map(known));
    const pair = new Pair(first, second, Number(this.dataset['apart'] ?? 0) / 1000);
    const words = JSON.parse(this.dataset['words'] ?? '{}') as Record<string, string>;
    const tools = new Tools(place, pair, words);
    document.addEventListener('keydown', (event) => besideKeys(event, pair, tools));
    document.addEventListener('click', (event) => follow(event, pair));
    document.addEventListener('visibilitychange', () => pair.look());
    addEventListener('pagehide', () => pair.pause());
  }
}

/** How long it is must be known before two can be laid beside each other. */
const known = (media: HTMLMediaElement): Promise<void> =>
  new Promise((resolve) => {
    if (media.readyState >= media.HAVE_METADATA) return resolve();
    media.addEventListener('loadedmetadata', () => resolve(), { once: true });
    media.load();
  });

/** A link to a moment of one of the two moves both there, where nothing else was asked of it. */
function follow(event: MouseEvent, pair: Pair): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-moment]') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const media = pair.films.find((film) => film.dataset['recording'] === link.dataset['of']);
  if (!media) return;
  event.preventDefault();
  pair.showMoment(media, Number(link.dataset['moment']) / 1000);
  media.scrollIntoView({ block: 'nearest' });
}

customElements.define('recordings-beside', RecordingsBeside);
