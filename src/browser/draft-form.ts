import { forget, forgetAside, keepHere, type Kept, keptHere, setAside, setAsideOf } from './draft-store.ts';
import { answersOf, putBack, sameWords } from './form-answers.ts';

const pause = 800;
const tryAgainAfter = 15_000;
/** Browsers let a request outlive its page only up to 64 KB. */
const mostKeptAlive = 60_000;
/** What the server answers to a page of another organisation than the one that is entered now. */
const conflict = 409;

const made = <K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] =>
  document.createElement(name);

function button(words: string | undefined, press: () => void): HTMLButtonElement {
  const one = made('button');
  one.type = 'button';
  one.className = 'button secondary small';
  one.textContent = words ?? '';
  one.addEventListener('click', press);
  return one;
}

/**
 * Saves a form as one types, and says honestly whether it did. What cannot be sent is kept on this
 * device, sent when the connection is back, and put back into the form when the page is opened again:
 * by itself where the form still shows what it was written on, otherwise when one asks for it.
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
    if (kept !== null) this.#takeUp(form, key, kept);
    for (const words of setAsideOf(key))
      if (sameWords(answersOf(form), words.answers)) forgetAside(key, words);
      else this.#offer(form, key, words);
    this.addEventListener('input', () => this.#later(form, key));
    this.addEventListener('change', () => this.#later(form, key));
    form.addEventListener('submit', () => {
      clearTimeout(this.#timer);
      this.#sending?.abort();
      this.#unsent = false;
      // Whether they arrive is not known before the next page has come.
      this.#keep(form, key);
    });
    addEventListener('online', () => this.#unsent && this.#save(form, key));
    addEventListener('pagehide', () => this.#unsent && this.#save(form, key));
  }

  #takeUp(form: HTMLFormElement, key: string, kept: Kept): void {
    if (sameWords(answersOf(form), kept.answers)) return forget(key);
    if (this.#savedSince(form, kept)) return setAside(key, kept);
    putBack(form, kept.answers);
    this.#say(this.#wordsOf('restored', kept), true);
    this.#later(form, key);
  }

  /** Whether the form shows something else than what these words were written on. */
  #savedSince(form: HTMLFormElement, { onDraftOf, answers }: Kept): boolean {
    return this.#draftOf() !== onDraftOf || answersOf(form)['version'] !== answers['version'];
  }

  /** When the server had kept the draft that the form goes on with, by its own clock. Two clocks are never compared. */
  #draftOf(): number | null {
    return Date.parse(this.dataset['savedAt'] ?? '') || null;
  }

  #keep(form: HTMLFormElement, key: string): boolean {
    return keepHere(key, { answers: answersOf(form), onDraftOf: this.#draftOf() });
  }

  #offer(form: HTMLFormElement, key: string, kept: Kept): void {
    const [offer, inside, words, buttons] = [made('div'), made('div'), made('p'), made('p')];
    offer.className = 'notice caution';
    offer.role = 'status';
    words.textContent = this.#wordsOf('older', kept);
    buttons.className = 'buttons';
    const putBackButton = button(this.dataset['putBack'], () => {
      putBack(form, kept.answers);
      if (this.#keep(form, key)) forgetAside(key, kept);
      offer.remove();
      this.#say(this.#wordsOf('restored', kept), true);
      this.#later(form, key);
    });
    const throwAwayButton = button(this.dataset['throwAway'], () => {
      forgetAside(key, kept);
      offer.remove();
    });
    buttons.append(putBackButton, throwAwayButton);
    inside.append(words, buttons);
    offer.append(inside);
    this.prepend(offer);
  }

  #wordsOf(name: 'restored' | 'older', { at }: Kept): string {
    const language = document.documentElement.lang;
    const when = new Date(at).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
    return (this.dataset[name] ?? '').replace('{when}', when);
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
    const drawnFor = form.elements.namedItem('drawn_for');
    if (drawnFor instanceof HTMLInputElement) body.set(drawnFor.name, drawnFor.value);
    this.#unsent = false;
    try {
      const response = await fetch('/drafts', {
        method: 'POST',
        body,
        signal: sending.signal,
        keepalive: body.toString().length < mostKeptAlive,
      });
      if (response.status === conflict) return this.#notSaved(form, key, 'elsewhere');
      if (!response.ok || response.redirected) return this.#notSaved(form, key, 'refused');
      this.dataset['savedAt'] = response.headers.get('draft-saved-at') ?? '';
      forget(key);
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
      this.#say((this.dataset['saved'] ?? '').replace('{time}', time), false);
    } catch {
      if (!sending.signal.aborted) this.#notSaved(form, key, 'offline');
    }
  }

  #notSaved(form: HTMLFormElement, key: string, why: 'offline' | 'refused' | 'elsewhere'): void {
    const kept = this.#keep(form, key);
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
