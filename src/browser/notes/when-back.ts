/** After so long away what others wrote meanwhile is asked for again, in milliseconds. */
const staleAfter = 20_000;

/** Says when somebody is back on this page after a while, or came back to it by the browser's own button. */
export function whenBack(hear: () => void): void {
  let asked = Date.now();
  const ask = (): void => {
    asked = Date.now();
    hear();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - asked >= staleAfter) ask();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) ask();
  });
}
