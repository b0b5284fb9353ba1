import { ReelPlayer } from './reel/reel-player.ts';

/**
 * The clips of a reel, one after another. Without this script each clip is a link that plays its stretch, and the page
 * is drawn again for the next.
 */
class RecordingReel extends HTMLElement {
  #player: ReelPlayer | null = null;

  connectedCallback(): void {
    const media = this.querySelector<HTMLMediaElement>('video, audio');
    const tools = this.querySelector<HTMLElement>('.reel-tools');
    if (media && tools && this.querySelector('.clip')) this.#player ??= new ReelPlayer(this, media, tools);
  }

  disconnectedCallback(): void {
    this.#player?.close();
    this.#player = null;
  }
}

customElements.define('recording-reel', RecordingReel);
