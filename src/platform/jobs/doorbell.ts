/** Lets a loop rest until somebody rings, the time is over, or it is told to stop. */
export class Doorbell {
  #rung = Promise.withResolvers<void>();

  /** Wakes whoever rests here; rung while nobody rests, the next rest ends at once. */
  ring(): void {
    this.#rung.resolve();
  }

  async rest(ms: number, stop: AbortSignal): Promise<void> {
    if (stop.aborted) return;
    const over = Promise.withResolvers<void>();
    const end = () => over.resolve();
    const timer = setTimeout(end, ms);
    stop.addEventListener('abort', end);
    await Promise.race([this.#rung.promise, over.promise]);
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
    this.#rung = Promise.withResolvers<void>();
  }
}
