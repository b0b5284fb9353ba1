/** Asks before leaving words that nothing has kept. Forms with a draft keep themselves. */
const changed = new Set<HTMLFormElement>();

addEventListener('input', (event) => {
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  if (form?.method === 'post' && !form.classList.contains('quiet') && form.closest('draft-form') === null)
    changed.add(form);
});

addEventListener('submit', (event) => {
  if (event.target instanceof HTMLFormElement) changed.delete(event.target);
});

addEventListener('beforeunload', (event) => {
  if (changed.size > 0) event.preventDefault();
});
