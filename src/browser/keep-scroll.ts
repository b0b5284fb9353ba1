/** A list that one leaves to change something is found again at the same place within ten minutes. */
const list = document.querySelector<HTMLElement>('[data-keep-scroll]');
const long = 600_000;

if (list !== null) {
  const name = `place:${location.pathname}:${list.dataset['keepScroll']}`;
  const [at, when] = (sessionStorage.getItem(name) ?? '').split(' ').map(Number);
  const here = document.referrer.startsWith(location.origin) && location.hash === '';
  if (here && at && when && Date.now() - when < long) {
    // What was just done stays in sight although the page does not open at its top.
    document.querySelector('.said')?.classList.add('stays');
    scrollTo({ top: at, behavior: 'instant' });
  }
  addEventListener('pagehide', () => sessionStorage.setItem(name, `${Math.round(scrollY)} ${Date.now()}`));
}
