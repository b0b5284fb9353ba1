import { RecordingPage } from './notes/recording-page.ts';

/**
 * The page of a recording: notes while it plays, by keyboard alone. Without this script the same page lists its notes
 * and takes them by its form. What it does stands in `notes/`.
 */
class RecordingNotes extends HTMLElement {
  connectedCallback(): void {
    if (!this.dataset['open']) void RecordingPage.open(this);
  }
}

customElements.define('recording-notes', RecordingNotes);
