/** Keeps the screen on while something is sent: a phone that goes to sleep stops sending. */
export class Awake {
  #wanted = false;
  #lock: WakeLockSentinel | null = null;

  constructor(signal: AbortSignal) {
    // The lock is gone whenever the page was out of sight.
    document.addEventListener('visibilitychange', () => void this.#take(), { signal });
    signal.addEventListener('abort', () => this.rest());
  }

  stay(): void {
    this.#wanted = true;
    void this.#take();
  }

  rest(): void {
    this.#wanted = false;
    void this.#lock?.release();
    this.#lock = null;
  }

  async #take(): Promise<void> {
    if (!this.#wanted || document.visibilityState !== 'visible') return;
    try {
      this.#lock = (await navigator.wakeLock?.request('screen')) ?? null;
    } catch {
      // A phone with little battery says no; sending goes on as long as it stays awake.
    }
  }
}
