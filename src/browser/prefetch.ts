/**
 * Fetches the likely next page while a pointer or finger rests on its link. Only the places and the
 * pages of a list: opening a private thing is logged for its owner, and a rest of the hand is not opening.
 */
const links = '.places a, .pager a, a[data-prefetch]';
const rest = 70;
const fetched = new Set<string>([location.href]);
let timer = 0;

function fetchSoon(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(links) : null;
  clearTimeout(timer);
  if (link === null || link.origin !== location.origin || fetched.has(link.href) || savesData()) return;
  timer = window.setTimeout(() => {
    fetched.add(link.href);
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = link.href;
    document.head.append(hint);
  }, rest);
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

document.addEventListener('pointerover', fetchSoon, { passive: true });
document.addEventListener('touchstart', fetchSoon, { passive: true });
