import { forget, keepHere, keptHere } from './draft-store.ts';
import { answersOf, putBack } from './form-answers.ts';

const pause = 800;
const tryAgainAfter = 15_000;
/** Browsers let a request outlive its page only up to 64 KB. */
const mostKeptAlive = 60_000;

/**
 * Saves a form as one types, and says honestly whether it did. What cannot be sent is kept on this
 * device, sent when the connection is back, and put back into the form when the page is opened again.
 */
class DraftForm extends HTMLElement {
  #timer = 0;
  #sending: AbortController | null = null;
  #unsent = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const key = this.dataset['key'];
    if (form === null || key === undefined) return;
    const kept = keptHere(key);
    if (kept !== null) {
      putBack(form, kept);
      this.#say(this.dataset['restored'] ?? '', true);
      this.#later(form, key);
    }
    this.addEventListener('input', () => this.#later(form, key));
    this.addEventListener('change', () => this.#later(form, key));
    form.addEventListener('submit', () => {
      clearTimeout(this.#timer);
      this.#sending?.abort();
      this.#unsent = false;
      // Whether they arrive is not known before the next page has come.
      keepHere(key, answersOf(form));
    });
    addEventListener('online', () => this.#unsent && this.#save(form, key));
    addEventListener('pagehide', () => this.#unsent && this.#save(form, key));
  }

  #later(form: HTMLFormElement, key: string, wait = pause): void {
    this.#unsent = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#save(form, key), wait);
  }

  async #save(form: HTMLFormElement, key: string): Promise<void> {
    clearTimeout(this.#timer);
    this.#sending?.abort();
    const sending = (this.#sending = new AbortController());
    const body = new URLSearchParams({ key, body: JSON.stringify(answersOf(form)) });
    this.#unsent = false;
    try {
      const response = await fetch('/drafts', {
        method: 'POST',
        body,
        signal: sending.signal,
        keepalive: body.toString().length < mostKeptAlive,
      });
      if (!response.ok || response.redirected) return this.#notSaved(form, key, 'refused');
      forget(key);
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
      this.#say((this.dataset['saved'] ?? '').replace('{time}', time), false);
    } catch {
      if (!sending.signal.aborted) this.#notSaved(form, key, 'offline');
    }
  }

  #notSaved(form: HTMLFormElement, key: string, why: 'offline' | 'refused'): void {
    const kept = keepHere(key, answersOf(form));
    this.#say((kept ? this.dataset[why] : this.dataset['lost']) ?? '', true);
    this.#later(form, key, tryAgainAfter);
  }

  #say(words: string, unsaved: boolean): void {
    const state = this.querySelector('.draft-state');
    if (state === null) return;
    state.textContent = words;
    state.classList.toggle('unsaved', unsaved);
  }
}

customElements.define('draft-form', DraftForm);
