/** Keeps the screen on until the signal, where the browser can; a phone that sleeps stops making a film. */
export function keepAwake(until: AbortSignal): void {
  if (!('wakeLock' in navigator)) return;
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || until.aborted) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (until.aborted) void lock.release();
      else until.addEventListener('abort', () => void lock.release(), { once: true });
    } catch {
      // A low battery may forbid it.
    }
  };
  // The lock goes whenever the page is hidden.
  document.addEventListener('visibilitychange', () => void ask(), { signal: until });
  void ask();
}
