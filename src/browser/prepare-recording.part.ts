import { clockTime } from './prepare/clock-time.ts';
import { Editor } from './prepare/editor.ts';
import { hides, untouched } from './prepare/edits.ts';
import { keepEdits, keptEdits } from './prepare/kept-edits.ts';
import { forgetMade, leftOver, type LeftOver, type MadeFilm } from './prepare/made-file.ts';
import { type Film, openFilm } from './prepare/open-film.ts';
import { part, say, type Words } from './prepare/page-words.ts';
import { makeHere } from './prepare/make-here.ts';
import { Preview } from './prepare/preview.ts';

type Step = 'choose' | 'unreadable' | 'edit' | 'make' | 'look' | 'sending';

/**
 * Makes a film or a sound ready on the device: a part, blurs, silences. What was made and looked at is handed on by
 * the event `recording-ready`; `recording-sent` lets it go from the device, `recording-again` comes back to it.
 */
class PrepareRecording extends HTMLElement {
  #words!: Words;
  #preview!: Preview;
  #film: Film | null = null;
  #chosen: File | null = null;
  #editor: Editor | null = null;
  #editing = new AbortController();
  #made: MadeFilm | null = null;
  #making: AbortController | null = null;
  #leaving = new AbortController();

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words']!) as Words;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    for (const words of this.querySelectorAll<HTMLElement>('.without-script')) words.hidden = true;
    this.#preview = new Preview(this, this.#words);
    const choosers = ['camera', 'file'].map((name) => part<HTMLInputElement>(this, name));
    const openChosen = ({ files }: HTMLInputElement): void => {
      const [file] = files ?? [];
      if (file) void this.open(file);
    };
    for (const chooser of choosers) chooser.addEventListener('change', () => openChosen(chooser), { signal });
    this.addEventListener('click', (event) => this.#press(event.target as Element), { signal });
    document.addEventListener('recording-sent', () => void this.#sent(), { signal });
    document.addEventListener('recording-again', () => this.#made && this.#look(this.#made), { signal });
    this.#step('choose');
    void this.#offerLeftOver();
    // On a slow line somebody has chosen before this script was here to hear it.
    choosers.forEach(openChosen);
  }

  disconnectedCallback(): void {
    this.#leaving.abort();
    this.#editing.abort();
    this.#making?.abort();
    this.#preview.empty();
  }

  /** The newest film of this person that was made here and not sent, as far as the browser keeps such. */
  leftOver = (): Promise<LeftOver | null> => leftOver();

  /** Begins with a file that somebody chose. Nothing of it is sent. */
  async open(file: File): Promise<void> {
    this.#chosen = file;
    this.#editing.abort();
    this.#say(say(this.#words.opening, { name: file.name }));
    const film = await openFilm(file);
    if (this.#chosen !== file) return;
    this.#film = film;
    this.#say('');
    if (film?.canChange) this.#edit(film);
    else this.#cannotChange(file, film);
  }

  #edit(film: Film): void {
    const kept = keptEdits(film.file);
    this.#editing = new AbortController();
    const time = clockTime(film.duration);
    part(this, 'film-words').textContent = say(this.#words.shown, { name: film.file.name, time });
    this.#step('edit');
    this.#editor = new Editor({
      root: this.#section('edit'),
      film,
      words: this.#words,
      edits: kept ?? untouched(film.duration),
      changed: (edits) => keepEdits(film.file, edits),
      tell: (words) => this.#say(words),
      signal: this.#editing.signal,
    });
    if (kept) this.#say(this.#words.restored);
  }

  #cannotChange(file: File, film: Film | null): void {
    part(this, 'unreadable-name').textContent = file.name;
    this.querySelector<HTMLElement>('[data-do="sound-alone"]')!.hidden =
      !film?.audio || film.kind === 'audio';
    this.#step('unreadable');
  }

  readonly #acts: Readonly<Record<string, () => void>> = {
    'choose-another': () => this.#chooseAnother(),
    make: () => void this.#make(),
    stop: () => this.#making?.abort(),
    change: () => (this.#film?.canChange ? this.#step('edit') : this.#chooseAnother()),
    send: () => this.#send(),
    'as-it-is': () => void this.#asItIs(),
    'sound-alone': () => void this.#soundAlone(),
    'look-again': () => void this.leftOver().then((left) => left && this.#look(left)),
    'throw-away': () => void this.#throwAway(),
  };

  #press(target: Element): void {
    const act = target.closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (act) this.#acts[act]?.();
  }

  get #mustHide(): boolean {
    return this.dataset['blur'] === 'required';
  }

  async #make(edits = this.#editor?.edits, from: Step = 'edit'): Promise<void> {
    const film = this.#film;
    if (!film || !edits || this.#making) return;
    this.#editor?.pause();
    this.#making = new AbortController();
    this.#step('make');
    const before = this.#made;
    const { made, words } = await makeHere(this, film, edits, {
      words: this.#words,
      mustHide: this.#mustHide,
      signal: this.#making.signal,
    });
    this.#making = null;
    if (!made) {
      this.#step(from);
      return this.#say(words ?? '');
    }
    // What was made before of the same film is not what somebody wants to send any more.
    if (before) await forgetMade(before.opfsName);
    this.#look(made);
  }

  /** As it is, without what describes it where this browser can leave that out. */
  async #asItIs(): Promise<void> {
    if (this.#mustHide || !this.#chosen) return;
    if (this.#film) await this.#make(untouched(this.#film.duration), 'unreadable');
    if (this.#made) return;
    const { name, type } = this.#chosen;
    const kind = type.startsWith('audio/') ? 'audio' : 'video';
    const prepared = { trimmed: false, blurred: false, muted: false, rotated: false, soundOnly: false };
    const durationMs = Math.round((this.#film?.duration ?? 0) * 1000);
    this.#look({ file: this.#chosen, name, durationMs, kind, prepared, opfsName: null });
  }

  async #soundAlone(): Promise<void> {
    if (this.#film) await this.#make({ ...untouched(this.#film.duration), picture: 'dropped' }, 'unreadable');
  }

  #look(made: MadeFilm): void {
    this.#made = made;
    this.#say('');
    this.#step('look');
    this.#preview.show(made);
  }

  #send(): void {
    const made = this.#made;
    if (!made) return;
    if (this.#mustHide && !hides(made.prepared)) return this.#say(this.#words.hideFirst);
    if (!this.#preview.isLookedAt) return this.#say(this.#words.tickFirst);
    this.#preview.empty();
    this.#step('sending');
    this.#say(say(this.#words.handed, { name: made.name }));
    this.dispatchEvent(new CustomEvent('recording-ready', { bubbles: true, detail: made }));
  }

  async #sent(): Promise<void> {
    await forgetMade(this.#made?.opfsName ?? null);
    this.#made = null;
    this.#say('');
    this.#chooseAnother();
  }

  async #throwAway(): Promise<void> {
    const gone = this.#made ?? (await this.leftOver());
    this.#preview.empty();
    await forgetMade(gone?.opfsName ?? null);
    this.#made = null;
    if (this.#film?.canChange) this.#step('edit');
    else this.#chooseAnother();
    this.#say(this.#words.thrown);
  }

  #chooseAnother(): void {
    this.#editing.abort();
    this.#film?.input.dispose();
    // What was made of it stays on the device, and is offered again.
    [this.#film, this.#chosen, this.#editor, this.#made] = [null, null, null, null];
    for (const name of ['camera', 'file']) part<HTMLInputElement>(this, name).value = '';
    this.#step('choose');
    void this.#offerLeftOver();
  }

  async #offerLeftOver(): Promise<void> {
    const left = await this.leftOver();
    const offer = part(this, 'left');
    offer.hidden = !left || this.#section('choose').hidden;
    if (!left) return;
    const day = new Date(left.at).toLocaleString(document.documentElement.lang, {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    part(offer, 'left-words').textContent = say(this.#words.left, { name: left.name, day });
  }

  #section = (step: Step): HTMLElement => this.querySelector<HTMLElement>(`[data-step="${step}"]`)!;

  /** Shows one step, and begins at its heading where another was left. */
  #step(step: Step): void {
    const sections = [...this.querySelectorAll<HTMLElement>('[data-step]')];
    const wasShown = sections.some(({ hidden }) => !hidden);
    for (const section of sections) section.hidden = section.dataset['step'] !== step;
    part(this, 'left').hidden = true;
    if (step !== 'look') this.#preview.empty();
    const heading = wasShown && sections.find(({ hidden }) => !hidden)?.querySelector('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  }

  /** Says it where one looks: beside the film while one edits, otherwise at the top. */
  #say(words: string): void {
    const lines = [...this.querySelectorAll('.prepare-said')];
    const nearest = lines.findLast((line) => !line.closest('[hidden]'));
    for (const line of lines) line.textContent = line === nearest ? words : '';
  }
}

customElements.define('prepare-recording', PrepareRecording);
