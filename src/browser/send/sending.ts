import { Upload } from 'tus-js-client';
import { ChecksumStack } from './checksum-stack.ts';
import { type Stopped, whatStopped } from './what-stopped.ts';

const chunkSize = 2 * 1024 * 1024;
/** Milliseconds; the last is kept to. */
const pauses = [1_000, 2_000, 5_000, 10_000, 20_000, 40_000, 60_000];

export interface ToSend {
  file: Blob;
  /** Where one begins. */
  endpoint: string;
  /** Where one goes on with what was begun before. */
  address: string | null;
  metadata: Record<string, string>;
}

export interface Heard {
  progress(sent: number, whole: number): void;
  /** Nothing goes at the moment; `again` in so many milliseconds it is tried again. */
  stopped(why: Stopped): void;
  /** It goes, or is tried. */
  goes(): void;
  done(): void;
}

/** Sends one file until it has arrived whole, going on by itself whenever it can. */
export class Sending {
  readonly #upload: Upload;
  readonly #heard: Heard;
  #state: 'going' | 'waiting' | 'held' = 'held';
  #failed = 0;
  #timer = 0;

  constructor({ file, endpoint, address, metadata }: ToSend, heard: Heard) {
    this.#heard = heard;
    this.#upload = new Upload(file, {
      endpoint: address ? null : endpoint,
      uploadUrl: address,
      metadata,
      chunkSize,
      httpStack: new ChecksumStack(),
      // Tried again below, for as long as it takes.
      retryDelays: null,
      // The server remembers what was begun: nothing of it stays on a device that others use too.
      storeFingerprintForResuming: false,
      // From here on it is this upload or none: one that was ended in another window is not begun anew by itself.
      onUploadUrlAvailable: () => (this.#upload.options.endpoint = null),
      onProgress: (sent, whole) => heard.progress(sent, whole),
      onChunkComplete: () => (this.#failed = 0),
      onSuccess: () => {
        this.#state = 'held';
        heard.done();
      },
      onError: (error) => this.#stopped(whatStopped(error)),
    });
  }

  /** Where it is sent to, once it was begun. */
  get address(): string | null {
    return this.#upload.url ?? this.#upload.options.uploadUrl ?? null;
  }

  goOn(): void {
    if (this.#state === 'going') return;
    clearTimeout(this.#timer);
    this.#state = 'going';
    this.#heard.goes();
    this.#upload.start();
  }

  /** Until one presses to go on. */
  async hold(): Promise<void> {
    clearTimeout(this.#timer);
    this.#state = 'held';
    await this.#upload.abort();
  }

  /** The line is back, or somebody is: not after they said that it should wait. */
  wake(): void {
    if (this.#state === 'waiting') this.goOn();
  }

  #stopped(why: Stopped): void {
    if (this.#state === 'held') return;
    this.#state = why.sort === 'refused' ? 'held' : 'waiting';
    this.#heard.stopped(why);
    if (why.sort === 'refused') return;
    const pause = pauses[Math.min(this.#failed, pauses.length - 1)];
    this.#failed += 1;
    this.#timer = window.setTimeout(() => this.wake(), pause);
  }
}
