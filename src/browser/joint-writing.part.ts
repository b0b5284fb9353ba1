/** How often one asks what others did meanwhile, and how often others are told that one still writes. */
const askEvery = 20_000;
const tellEvery = 60_000;
/** A page that nobody touches for so long asks no more until somebody does: asking alone keeps nobody signed in. */
const untouched = 30 * 60_000;

const touches = ['keydown', 'pointerdown'];

/** What the server says of one part: `saved` and `writing` are sentences in the reader's language. */
interface Newer {
  section: string;
  version: number;
  saved: string;
  writing: string;
}

/**
 * Texts that several people write together, part by part. It tells others where one is writing, says who else is,
 * and offers what they saved meanwhile. What one is typing is never touched.
 */
class JointWriting extends HTMLElement {
  readonly #told = new Map<string, number>();
  readonly #typed = new WeakSet<HTMLFormElement>();
  #timer = 0;
  #touchedAt = Date.now();

  connectedCallback(): void {
    this.addEventListener('input', this.#write);
    document.addEventListener('visibilitychange', this.#ask);
    for (const name of touches) document.addEventListener(name, this.#touch);
    addEventListener('pagehide', this.#leave);
    for (const part of this.querySelectorAll<HTMLElement>('[data-taken]'))
      this.#told.set(part.dataset['place']!, Date.now());
    this.#timer = window.setInterval(this.#ask, askEvery);
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#ask);
    for (const name of touches) document.removeEventListener(name, this.#touch);
    removeEventListener('pagehide', this.#leave);
  }

  readonly #touch = (): void => void (this.#touchedAt = Date.now());

  readonly #write = ({ target }: Event): void => {
    const part = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
    const form = target instanceof Element ? target.closest('form') : null;
    const place = part?.dataset['place'];
    if (!place || !form) return;
    this.#typed.add(form);
    if (Date.now() - (this.#told.get(place) ?? 0) < tellEvery) return;
    this.#told.set(place, Date.now());
    void this.#tell(place).catch(() => this.#told.delete(place));
  };

  /** Whoever goes without saving is not taken to be writing any more; saving lets go by itself. */
  readonly #leave = (): void => {
    for (const place of this.#told.keys()) void this.#tell(`${place}/leave`).catch(() => undefined);
    this.#told.clear();
  };

  #tell(address: string): Promise<Response> {
    const body = new URLSearchParams();
    const drawnFor = this.querySelector<HTMLInputElement>('input[name="drawn_for"]');
    if (drawnFor) body.set(drawnFor.name, drawnFor.value);
    return fetch(address, { method: 'POST', body, keepalive: true, redirect: 'manual' });
  }

  readonly #ask = async (): Promise<void> => {
    if (document.visibilityState === 'hidden' || Date.now() - this.#touchedAt > untouched) return;
    try {
      const answer = await fetch(this.dataset['newer']!, { headers: { accept: 'application/json' } });
      // Signed out, or let out of the group meanwhile: the next page that is opened says so.
      if (!answer.ok || answer.redirected) return clearInterval(this.#timer);
      const { sections } = (await answer.json()) as { sections: Newer[] };
      for (const part of this.querySelectorAll<HTMLElement>('[data-section]'))
        this.#say(
          part,
          sections.find(({ section }) => section === part.dataset['section']),
        );
    } catch {
      // Without a connection one goes on writing; it is asked again.
    }
  };

  #say(part: HTMLElement, newer: Newer | undefined): void {
    const line = part.querySelector<HTMLElement>('[data-writing]');
    const button = part.querySelector('[data-open] button');
    const writing = newer?.writing ?? '';
    if (line && line.textContent.trim() !== writing) line.textContent = writing;
    const name = this.dataset[writing ? 'writeAnyway' : 'write'];
    if (button && name && button.textContent.trim() !== name) {
      button.textContent = name;
      button.setAttribute('aria-label', `${name}: ${part.dataset['label']}`);
    }
    if (newer && newer.version > Number(part.dataset['version'])) this.#offer(part, newer);
  }

  #offer(part: HTMLElement, { saved, version }: Newer): void {
    const offer = part.querySelector<HTMLElement>('[data-news]');
    if (!offer || offer.dataset['news'] === String(version)) return;
    offer.dataset['news'] = String(version);
    const [words, button] = [document.createElement('span'), document.createElement('button')];
    words.textContent = `${saved} `;
    button.type = 'button';
    button.className = 'button secondary small';
    button.textContent = this.dataset['show'] ?? '';
    button.addEventListener('click', () => void this.#show(part));
    offer.replaceChildren(words, button);
  }

  /** Fetches the page anew and puts that part in; where one has typed, the text alone, above one's own. */
  async #show(part: HTMLElement): Promise<void> {
    const answer = await fetch(location.pathname).catch(() => undefined);
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const name = CSS.escape(part.dataset['section'] ?? '');
    const fresh = page.querySelector<HTMLElement>(`joint-writing [data-section="${name}"]`);
    if (!fresh) return;
    const form = part.querySelector<HTMLFormElement>('form:has(textarea)');
    if (form === null || (!this.#typed.has(form) && part.dataset['taken'] === undefined)) {
      const put = document.importNode(fresh, true);
      part.replaceWith(put);
      this.#rest(put);
      return;
    }
    part
      .querySelector('[data-text]')
      ?.replaceWith(document.importNode(fresh.querySelector('[data-text]')!, true));
    // The form keeps the version it was drawn with, so that saving shows both texts.
    part.dataset['version'] = fresh.dataset['version'];
    part.querySelector('[data-news]')?.replaceChildren();
    this.#rest(part);
  }

  /** The button that was pressed is gone: the reader's place is the part it was in. */
  #rest(part: HTMLElement): void {
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  }
}

customElements.define('joint-writing', JointWriting);
