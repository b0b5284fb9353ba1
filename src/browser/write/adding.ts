import { fileAt } from './marks.ts';
import { put, selected } from './text-box.ts';

/** Asks what a picture or a sound shows, sends it to the files of the text, and puts it where one was writing. */
export class Adding {
  readonly #element: HTMLElement;
  readonly #box: HTMLTextAreaElement;
  readonly #panel: HTMLElement;
  readonly #say: (words: string | undefined) => void;
  #waiting: File[] = [];

  constructor(element: HTMLElement, box: HTMLTextAreaElement, say: (words: string | undefined) => void) {
    this.#element = element;
    this.#box = box;
    this.#say = say;
    this.#panel = element.querySelector<HTMLElement>('.write-file')!;
    this.#button('add').addEventListener('click', () => void this.#add());
    this.#button('leave').addEventListener('click', () => this.#next());
    // Enter in the small form sends it, and not the large one around it.
    this.#panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#next();
      if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      void this.#add();
    });
    // What is asked here is no answer of the form, and no draft of it is kept for it.
    for (const kind of ['input', 'change'])
      this.#panel.addEventListener(kind, (event) => event.stopPropagation());
    box.addEventListener('paste', (event) => {
      // Cells of a sheet come as a picture too: where there are words, they are what was copied.
      if (!event.clipboardData?.types.includes('text/plain')) this.#take(event, event.clipboardData);
    });
    // A file that is let fall here is for the text; left to the browser it would open in place of the page.
    box.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    box.addEventListener('drop', (event) => this.#take(event, event.dataTransfer));
  }

  /** Whether there is something yet that files can hang on; if not, says so. */
  readonly takes = (): boolean => {
    const takes = (this.#element.dataset['files'] ?? '') !== '';
    if (!takes) this.#say(this.#element.dataset['saveFirst']);
    return takes;
  };

  choose(): void {
    if (!this.takes()) return;
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*,audio/*';
    input.multiple = true;
    input.addEventListener('change', () => this.ask([...(input.files ?? [])]));
    input.click();
  }

  ask(files: readonly File[]): void {
    this.#waiting.push(...files);
    if (this.#panel.hidden) this.#next();
  }

  #take(event: Event, data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    if (this.takes()) this.ask(files);
  }

  #button(name: string): HTMLButtonElement {
    return this.#panel.querySelector<HTMLButtonElement>(`[data-do=${name}]`)!;
  }

  get #words(): HTMLInputElement {
    return this.#panel.querySelector<HTMLInputElement>('[type=text]')!;
  }

  get #tick(): HTMLInputElement {
    return this.#panel.querySelector<HTMLInputElement>('[data-ask=nobody]')!;
  }

  get #isOfPupils(): HTMLInputElement {
    return this.#panel.querySelector<HTMLInputElement>('[data-ask=pupils]')!;
  }

  #file: File | undefined;

  /** Asks about the next file, or closes the panel where none is left. */
  #next(): void {
    this.#file = this.#waiting.shift();
    this.#panel.hidden = this.#file === undefined;
    if (this.#file === undefined) return this.#box.focus();
    this.#panel.querySelector('.write-file-shown')!.replaceChildren(shownAs(this.#file));
    // Nobody can be recognised in a sound by their face, nor in a worksheet.
    this.#tick.closest('label')!.hidden = !/^(?:image|video)\//.test(this.#file.type);
    this.#words.value = '';
    this.#tick.checked = this.#isOfPupils.checked = false;
    this.#words.focus();
  }

  async #add(): Promise<void> {
    const [file, words] = [this.#file, this.#words.value.trim()];
    if (file === undefined) return;
    if (words === '') return this.#words.focus();
    const body = new FormData();
    const drawnFor = this.#box.form?.elements.namedItem('drawn_for');
    if (drawnFor instanceof HTMLInputElement) body.set(drawnFor.name, drawnFor.value);
    if (this.#tick.checked) body.set('no_pupil_seen', 'yes');
    body.set('files', file);
    if (!this.#isOfPupils.checked) body.set('shows', 'own');
    this.#button('add').disabled = true;
    this.#say(this.#element.dataset['sending']);
    try {
      const response = await fetch(this.#element.dataset['files']!, { method: 'POST', body });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      // The files stand in the order in which they were added.
      const id = [...page.querySelectorAll<HTMLElement>('[data-file]')].at(-1)?.dataset['file'];
      if (!response.ok || id === undefined)
        return this.#say(
          page.querySelector('.error')?.textContent?.trim() || this.#element.dataset['failed'],
        );
      this.#say('');
      put(this.#box, fileAt(selected(this.#box), words, `file:${id}`));
      this.#next();
    } catch {
      this.#say(this.#element.dataset['failed']);
    } finally {
      this.#button('add').disabled = false;
    }
  }
}

/** A picture or a sound as it is; of any other file the name. */
function shownAs(file: File): HTMLElement {
  const sort = /^(?:image|audio)/.exec(file.type)?.[0];
  if (sort === undefined) {
    const name = document.createElement('p');
    name.textContent = file.name;
    return name;
  }
  const shown = document.createElement(sort === 'audio' ? 'audio' : 'img');
  if (shown instanceof HTMLAudioElement) shown.controls = true;
  else shown.alt = file.name;
  void addressOf(file).then((address) => (shown.src = address));
  return shown;
}

/** For a picture its data: pages show none from addresses that a script has made. Sounds they play from such. */
const addressOf = (file: File): Promise<string> =>
  file.type.startsWith('audio/')
    ? Promise.resolve(URL.createObjectURL(file))
    : new Promise((done) => {
        const reader = new FileReader();
        reader.addEventListener('load', () => done(String(reader.result)));
        reader.readAsDataURL(file);
      });
