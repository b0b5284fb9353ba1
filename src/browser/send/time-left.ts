/** Lines come and go: what was sent lately counts for more, but not for all. */
const weightOfLatest = 0.15;
/** In milliseconds. Shorter than this nothing is known of a speed. */
const shortest = 500;

/** How long sending will take from here, from how it went so far. */
export class TimeLeft {
  #rate = 0;
  #at = 0;
  #sent = 0;

  /** Begins anew after a pause, from so many bytes; what was known of the line stays. */
  goOn(sent: number, now: number): void {
    this.#at = now;
    this.#sent = sent;
  }

  /** Seconds, or null where nothing is known yet. */
  after(sent: number, whole: number, now: number): number | null {
    const [ms, bytes] = [now - this.#at, sent - this.#sent];
    // A chunk that was taken back makes it less.
    if (bytes < 0) this.goOn(sent, now);
    else if (ms >= shortest) {
      const latest = bytes / ms;
      this.#rate = this.#rate === 0 ? latest : this.#rate + weightOfLatest * (latest - this.#rate);
      this.goOn(sent, now);
    }
    return this.#rate === 0 ? null : Math.round((whole - sent) / this.#rate / 1000);
  }
}
