import { part, say } from './prepare/page-words.ts';
import { Awake } from './send/awake.ts';
import { sha256Of } from './send/checksum-stack.ts';
import { Sending } from './send/sending.ts';
import { TimeLeft } from './send/time-left.ts';
import type { Stopped } from './send/what-stopped.ts';

/** What `prepare-recording` hands over. */
interface Ready {
  file: File;
  name: string;
  prepared: object;
}

/** What was begun before and is not whole, as the server knows it. */
interface Begun {
  id: string;
  name: string;
  bytes: number;
  /** SHA-256 of its first chunk, base64; '' where it is not known. */
  begins: string;
}

type Words = Readonly<Record<string, string>>;

/** By its beginning a file is told from another of the same name and length, as when it was made anew. */
const beginning = 2 * 1024 * 1024;
/** How often what is heard says how far it is, in milliseconds. */
const saidEvery = 15_000;

/**
 * Sends what was made ready to the school: in pieces, going on by itself after whatever stopped it. A page that was
 * closed leaves nothing on the device; the server remembers, and the same file goes on from where it was.
 */
class SendRecording extends HTMLElement {
  readonly #words: Words = JSON.parse(this.dataset['words']!) as Words;
  readonly #time = new TimeLeft();
  readonly #leaving = new AbortController();
  #awake!: Awake;
  #begun: Begun | null = JSON.parse(this.dataset['begun'] ?? 'null') as Begun | null;
  #sending: Sending | null = null;
  #saidAt = 0;

  connectedCallback(): void {
    const { signal } = this.#leaving;
    this.#awake = new Awake(signal);
    for (const words of this.querySelectorAll<HTMLElement>('.without-script')) words.hidden = true;
    part(this, 'begun').hidden = this.#begun === null;
    document.addEventListener(
      'recording-ready',
      (event) => void this.#ready((event as CustomEvent<Ready>).detail),
      {
        signal,
      },
    );
    this.addEventListener('click', (event) => this.#press(event.target as Element), { signal });
    addEventListener('online', () => this.#sending?.wake(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && this.#sending?.wake(),
      { signal },
    );
    addEventListener('beforeunload', (event) => this.#sending && event.preventDefault(), { signal });
  }

  disconnectedCallback(): void {
    this.#leaving.abort();
    void this.#sending?.hold();
    this.#sending = null;
  }

  async #ready({ file, name, prepared }: Ready): Promise<void> {
    if (this.#sending) return;
    const { endpoint, most } = this.dataset;
    this.#show('sending');
    part(this, 'heading').textContent = say(this.#words['sending']!, { name });
    if (file.size > Number(most)) return this.#refused(this.#words['tooLarge']!, false);
    const begins = await sha256Of(file.slice(0, beginning));
    const same = this.#isSame(name, file, begins) ? this.#begun : null;
    this.#sending = new Sending(
      {
        file,
        endpoint: endpoint!,
        address: same && `${endpoint}/${same.id}`,
        metadata: { name, begins, prepared: JSON.stringify(prepared) },
      },
      {
        progress: (sent, whole) => this.#progress(sent, whole),
        goes: () => this.#goes(),
        stopped: (why) => this.#stopped(why),
        done: () => void this.#done(),
      },
    );
    this.#sending.goOn();
  }

  #isSame(name: string, { size }: File, begins: string): boolean {
    const before = this.#begun;
    if (before?.name !== name || before.bytes !== size) return false;
    return before.begins === '' || begins === '' || before.begins === begins;
  }

  readonly #acts: Readonly<Record<string, () => void>> = {
    pause: () => this.#pause(),
    'go-on': () => this.#sending?.goOn(),
    stop: () => void this.#stop(),
    'let-go': () => void this.#letGo(),
  };

  #press(target: Element): void {
    const act = target.closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (act) this.#acts[act]?.();
  }

  #goes(): void {
    this.#awake.stay();
    this.#buttons('pause', 'stop');
    this.#say('');
    part(this, 'sign-in').hidden = true;
  }

  #progress(sent: number, whole: number): void {
    const now = Date.now();
    const left = this.#time.after(sent, whole, now);
    const percent = Math.floor((sent / Math.max(1, whole)) * 100);
    part<HTMLProgressElement>(this, 'progress').value = sent / Math.max(1, whole);
    const words = [
      say(this.#words['progress']!, { sent: inMegabytes(sent), whole: inMegabytes(whole), percent }),
      sent === whole ? this.#words['looking']! : left === null ? '' : this.#leftInWords(left),
    ];
    part(this, 'numbers').textContent = words.filter(Boolean).join(' · ');
    if (now - this.#saidAt < saidEvery) return;
    this.#saidAt = now;
    part(this, 'heard').textContent = words.join(' ');
  }

  #leftInWords(seconds: number): string {
    const minutes = Math.ceil(seconds / 60);
    if (seconds < 60) return this.#words['soon']!;
    if (minutes < 60) return say(this.#words['minutes']!, { n: minutes });
    return say(this.#words['hours']!, { h: Math.floor(minutes / 60), n: minutes % 60 });
  }

  #pause(): void {
    void this.#sending?.hold();
    this.#awake.rest();
    this.#say(this.#words['paused']!);
    this.#buttons('go-on', 'stop');
  }

  #stopped(why: Stopped): void {
    if (why.sort === 'refused') return this.#refused(why.says || this.#words['failed']!, why.mayTryAgain);
    this.#say(this.#words[why.sort === 'signed-out' ? 'signedOut' : 'noLine']!);
    part(this, 'sign-in').hidden = why.sort !== 'signed-out';
    this.#buttons('go-on', 'pause', 'stop');
  }

  #refused(says: string, mayTryAgain: boolean): void {
    this.#awake.rest();
    this.#say(says);
    this.#buttons(...(mayTryAgain ? (['go-on', 'stop'] as const) : (['stop'] as const)));
  }

  /** Ends what is on its way; what was made stays to be sent later or changed. */
  async #stop(): Promise<void> {
    const sending = this.#sending;
    this.#sending = null;
    this.#begun = null;
    this.#awake.rest();
    await sending?.hold();
    if (sending?.address) await end(sending.address);
    this.#show(null);
    document.dispatchEvent(new Event('recording-again'));
  }

  /** What was begun before is not gone on with. */
  async #letGo(): Promise<void> {
    const before = this.#begun;
    this.#begun = null;
    this.#show(null);
    if (before) await end(`${this.dataset['endpoint']}/${before.id}`);
  }

  async #done(): Promise<void> {
    this.#sending = null;
    this.#awake.rest();
    this.#buttons();
    this.#say(this.#words['done']!);
    document.dispatchEvent(new Event('recording-sent'));
    // What was made is let go of by the device first, which takes a moment.
    await new Promise((soon) => setTimeout(soon, 300));
    location.assign(this.dataset['page']!);
  }

  #show(what: 'sending' | null): void {
    part(this, 'begun').hidden = true;
    part(this, 'sending').hidden = what === null;
    this.#time.goOn(0, Date.now());
  }

  #buttons(...shown: readonly string[]): void {
    for (const button of this.querySelectorAll<HTMLElement>('[data-is="sending"] [data-do]'))
      button.hidden = !shown.includes(button.dataset['do']!);
  }

  #say(words: string): void {
    part(this, 'state').textContent = words;
  }
}

const inMegabytes = (bytes: number): string =>
  (bytes / 1024 ** 2).toLocaleString(document.documentElement.lang, {
    maximumFractionDigits: bytes < 10 * 1024 ** 2 ? 1 : 0,
  });

/** Where there is no line, it ends by itself after some days. */
const end = (address: string): Promise<unknown> =>
  fetch(address, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } }).catch(() => undefined);

customElements.define('send-recording', SendRecording);
