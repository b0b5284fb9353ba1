/**
 * Ticks every box of a name in its form, or none when all are ticked. The link inside does the first without a
 * script, by asking for the page again.
 */
class TickAll extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const form = this.closest('form');
    if (link === null || form === null) return;
    const boxes = form.querySelectorAll<HTMLInputElement>(`input[name="${this.dataset['name']}"]`);
    const all = link.textContent.trim();
    const none = this.dataset['none'] ?? all;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button secondary';
    const areAll = (): boolean => [...boxes].every((box) => box.checked);
    const say = (): void => void (button.textContent = areAll() ? none : all);
    button.addEventListener('click', () => {
      const tick = !areAll();
      for (const box of boxes) {
        box.checked = tick;
        box.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    form.addEventListener('change', say);
    say();
    link.replaceWith(button);
  }
}

customElements.define('tick-all', TickAll);
