/** One stop for the tabulator; arrow keys go from button to button (ARIA's toolbar). */
export function toolbar(bar: HTMLElement, press: (mark: string) => void): void {
  const buttons = [...bar.querySelectorAll('button')];
  const rtl = getComputedStyle(bar).direction === 'rtl';
  const goTo = (at: number): void => {
    const next = buttons[(at + buttons.length) % buttons.length]!;
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  };
  if (buttons[0]) buttons[0].tabIndex = 0;
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    if (at === -1) return;
    if (step !== undefined) goTo(at + step);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(buttons.length - 1);
    else return;
    event.preventDefault();
  });
  bar.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (button?.dataset['mark']) press(button.dataset['mark']);
  });
}
