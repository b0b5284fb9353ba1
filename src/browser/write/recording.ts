/** A page is no audiobook, and what is recorded stays in memory until it is sent. In milliseconds. */
const longest = 10 * 60_000;

/** Records a sound with the microphone of the device. Nothing is sent until somebody puts it into the text. */
export class Recording {
  readonly #panel: HTMLElement;
  readonly #say: (words: string | undefined) => void;
  readonly #made: (sound: File) => void;
  readonly #element: HTMLElement;
  #recorder: MediaRecorder | undefined;
  #clock = 0;

  constructor(element: HTMLElement, say: (words: string | undefined) => void, made: (sound: File) => void) {
    this.#element = element;
    this.#say = say;
    this.#made = made;
    this.#panel = element.querySelector<HTMLElement>('.write-sound')!;
    this.#button('record').addEventListener('click', () => void this.#record());
    this.#button('stop').addEventListener('click', () => this.#recorder?.stop());
    this.#button('close').addEventListener('click', () => this.#close());
  }

  open(takes: () => boolean): void {
    if (!takes()) return;
    this.#panel.hidden = false;
    this.#button('record').focus();
  }

  #button(name: string): HTMLButtonElement {
    return this.#panel.querySelector<HTMLButtonElement>(`[data-do=${name}]`)!;
  }

  #close(): void {
    if (this.#recorder) this.#recorder.onstop = null;
    this.#end();
    this.#panel.hidden = true;
  }

  async #record(): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const type = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus'].find((each) =>
        MediaRecorder.isTypeSupported(each),
      );
      const recorder = (this.#recorder = new MediaRecorder(
        stream,
        type === undefined ? {} : { mimeType: type },
      ));
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        const kind = recorder.mimeType.replace(/;.*$/, '');
        this.#end();
        this.#panel.hidden = true;
        this.#made(new File(parts, `sound.${kind.split('/')[1] ?? 'bin'}`, { type: kind }));
      };
      recorder.start(1000);
      this.#count(Date.now());
      this.#turn(true);
    } catch {
      this.#say(this.#element.dataset['noMicrophone']);
    }
  }

  #count(since: number): void {
    this.#clock = window.setInterval(() => {
      const seconds = Math.floor((Date.now() - since) / 1000);
      const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      this.#panel.querySelector('.write-time')!.textContent = time;
      if (seconds * 1000 >= longest) this.#recorder?.stop();
    }, 500);
  }

  /** Whatever was recorded and is not handed on is forgotten, and the microphone is given back. */
  #end(): void {
    clearInterval(this.#clock);
    for (const track of this.#recorder?.stream.getTracks() ?? []) track.stop();
    this.#recorder = undefined;
    this.#panel.querySelector('.write-time')!.textContent = '0:00';
    this.#turn(false);
  }

  #turn(records: boolean): void {
    this.#button('record').hidden = records;
    this.#button('stop').hidden = !records;
    (records ? this.#button('stop') : this.#button('record')).focus();
  }
}
