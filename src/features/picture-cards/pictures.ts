import { dayMs } from '#platform/calendar/dates.ts';
import { t } from '#platform/i18n/i18n.ts';
import { trusted, type Html } from '#ui/html.ts';

/** How many pictures stand in a row: of twelve, 20,736 rows. */
export const rowLength = 4;
/** So many wrong rows within a week, and a grown-up of the class has to let in again. */
export const mostWrong = 15;
export const wrongCountsFor = 7 * dayMs;

const drawings: Readonly<Record<string, readonly [name: () => string, drawing: string]>> = {
  sun: [
    () => t('Sun'),
    '<circle cx="12" cy="12" r="4.5"/><path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1"/>',
  ],
  moon: [() => t('Moon'), '<path d="M15.5 3.5a8.8 8.8 0 1 0 5 12.4A7.2 7.2 0 0 1 15.5 3.5z"/>'],
  star: [
    () => t('Star'),
    '<path d="M12 2.8l2.8 5.9 6.4.8-4.7 4.4 1.2 6.4L12 17.2l-5.7 3.1 1.2-6.4L2.8 9.5l6.4-.8z"/>',
  ],
  tree: [() => t('Tree'), '<path d="M12 2.5L5 14h14zM12 8l-7 10.5h14zM12 18.5v3.5"/>'],
  fish: [
    () => t('Fish'),
    '<path d="M2.5 12C6 6 13 6 17 12c-4 6-11 6-14.5 0zM17 12l4.5-4.500v9z"/><circle cx="7" cy="11" r=".8"/>',
  ],
  boat: [() => t('Boat'), '<path d="M3 15h18l-3 5.500H6zM12 2.500V15M12 3l7 9h-7"/>'],
  house: [() => t('House'), '<path d="M3 11.500L12 3.500l9 8M5.5 10v10.500h13V10M10 20.500v-6h4v6"/>'],
  apple: [
    () => t('Apple'),
    '<path d="M12 8c-2-2-8-1.5-8 5 0 5 4 8.5 6 8.5 1 0 1.2-.6 2-.6s1 .6 2 .6c2 0 6-3.5 6-8.5 0-6.5-6-7-8-5zM12 8c0-2.5 1-4.5 3.5-5.5"/>',
  ],
  key: [() => t('Key'), '<circle cx="7.5" cy="12" r="4.5"/><path d="M12 12h9.500M18 12v4M21 12v3"/>'],
  bell: [
    () => t('Bell'),
    '<path d="M5 17c2-2 2-4 2-7a5 5 0 0 1 10 0c0 3 0 5 2 7zM12 2.500V5M10 20.500a2 2 0 0 0 4 0"/>',
  ],
  flower: [
    () => t('Flower'),
    '<circle cx="12" cy="8" r="2.2"/><circle cx="12" cy="3.8" r="2"/><circle cx="16.2" cy="8" r="2"/><circle cx="7.8" cy="8" r="2"/><circle cx="12" cy="12.2" r="2"/><path d="M12 14.200V22M12 19c2 0 4-1 5-3"/>',
  ],
  cup: [() => t('Cup'), '<path d="M5 6h12v8a6 6 0 0 1-12 0zM17 8h2.500a2.5 2.5 0 0 1 0 6H17M4 21.500h14"/>'],
};

/** The pictures in the order in which they stand on every page. */
export const pictures: readonly string[] = Object.keys(drawings);

export const pictureName = (id: string): string => drawings[id]?.[0]() ?? id;

/** Drawn with one pen, so that it prints in black and white; the name stands beside it. */
export const pictureDrawing = (id: string): Html =>
  trusted(
    `<svg class="picture" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${drawings[id]?.[1] ?? ''}</svg>`,
  );

/** A row that nobody can foresee. The same picture may come twice. */
export const newRow = (random: (below: number) => number): string[] =>
  Array.from({ length: rowLength }, () => pictures[random(pictures.length)]!);

/** The pictures in a row as a form sends it; what is no picture is left out. */
export const rowFrom = (sent: string): string[] => sent.split(' ').filter((id) => pictures.includes(id));
