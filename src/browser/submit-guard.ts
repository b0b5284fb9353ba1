/** A form is sent once, however often the button is pressed. Another try is allowed after a while. */
const patience = 8000;
const sent = new WeakSet<HTMLFormElement>();

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  event.submitter?.setAttribute('aria-disabled', 'true');
  setTimeout(() => release(form), patience);
});

/** Coming back to a page kept in memory finds its forms usable again. */
addEventListener('pageshow', () => document.querySelectorAll('form').forEach(release));

function release(form: HTMLFormElement): void {
  sent.delete(form);
  form.querySelectorAll('[aria-disabled]').forEach((button) => button.removeAttribute('aria-disabled'));
}
