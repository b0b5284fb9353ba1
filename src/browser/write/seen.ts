/** How long the draft may take to be kept before it is said that it could not be shown, in milliseconds. */
const longest = 5000;

/** Shows how the text looks in place of the field, and back. The server draws it, from the draft that is kept while typing. */
export async function seen(
  element: HTMLElement,
  box: HTMLTextAreaElement,
  bar: HTMLElement,
  say: (words: string | undefined) => void,
): Promise<void> {
  const shown = element.querySelector<HTMLElement>('.write-seen')!;
  const button = bar.querySelector<HTMLButtonElement>('[data-mark=see]')!;
  const turn = (isShown: boolean): void => {
    shown.hidden = !isShown;
    box.hidden = isShown;
    for (const each of bar.querySelectorAll('button')) if (each !== button) each.disabled = isShown;
    const words = button.textContent;
    button.textContent = element.dataset['back'] ?? '';
    element.dataset['back'] = words;
  };
  if (!shown.hidden) {
    turn(false);
    box.focus();
    return;
  }
  try {
    await kept(element, box);
    const response = await fetch(element.dataset['see']!);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const text = page.querySelector('main .text');
    if (!response.ok || text === null) throw new Error('not drawn');
    shown.replaceChildren(document.adoptNode(text));
    turn(true);
  } catch {
    say(element.dataset['failed']);
  }
}

/** Done once the draft of the form is kept as it stands. */
const kept = (element: HTMLElement, box: HTMLTextAreaElement): Promise<void> =>
  new Promise((done, fail) => {
    const draft = element.closest('draft-form');
    if (draft === null) return done();
    const changes = new MutationObserver(() => finish(done));
    const late = setTimeout(() => finish(fail), longest);
    function finish(end: () => void): void {
      clearTimeout(late);
      changes.disconnect();
      end();
    }
    changes.observe(draft, { attributeFilter: ['data-saved-at'] });
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
