/** Boxes grow as one types. Browsers that can do so in CSS are left to it. */
if (!CSS.supports('field-sizing', 'content')) {
  const grow = (box: HTMLTextAreaElement) => {
    if (box.scrollHeight > box.clientHeight)
      box.rows += Math.ceil((box.scrollHeight - box.clientHeight) / 28);
  };
  document.querySelectorAll('textarea').forEach(grow);
  addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement) grow(event.target);
  });
}
