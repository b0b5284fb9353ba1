/** Says when the next code is due, and lets the phone be felt. */
export interface NextCode {
  /** One was pressed: the first begins the count, the others leave its beat as it is. */
  pressed(at: number): void;
}

/** `element` says every how many seconds (`data-every`) and the words for waiting and for now. */
export function tellNextCode(element: HTMLElement): NextCode {
  const every = Number(element.dataset['every']) * 1000;
  let begun = 0;
  let answered = 0;
  let told = 0;
  const beat = (now: number): number => Math.floor((now - begun) / every);

  const show = (): void => {
    const now = Date.now();
    const due = beat(now) > answered;
    const seconds = Math.ceil((begun + (beat(now) + 1) * every - now) / 1000);
    element.classList.toggle('due', due);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    element.textContent = due ? element.dataset['now']! : element.dataset['next']!.replace('{time}', time);
    if (due && told !== beat(now)) {
      told = beat(now);
      navigator.vibrate?.(200);
    }
    if (element.isConnected) window.setTimeout(show, 500);
  };

  return {
    pressed(at) {
      if (begun === 0) {
        begun = at;
        element.hidden = false;
        show();
      }
      answered = beat(at);
    },
  };
}
