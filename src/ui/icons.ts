import { trusted, type Html } from '#ui/html.ts';

/**
 * Staffroom's own icons: 24 units square, drawn with one pen. They are hidden from screen readers,
 * so words always stand beside them. Those that point along the line of reading turn round in
 * right-to-left pages (class "turns").
 */
const ring = (x: number, y: number, r: number) => `<circle cx="${x}" cy="${y}" r="${r}"/>`;
const line = (d: string) => `<path d="${d}"/>`;

const drawings = {
  today: line('M3 18.5h18M7 18.5a5 5 0 0 1 10 0M12 6v3.5M4.8 10.2l2 1.8M19.2 10.2l-2 1.8'),
  learning: line('M12 7c-2-1.6-5-2-8-2v13c3 0 6 .5 8 2 2-1.5 5-2 8-2V5c-3 0-6 .4-8 2zM12 7v13'),
  teaching: line('M4 5h16v10.5H4zM8 9h7M8 12h4M12 15.5V18M8 20.5l4-2.5 4 2.5'),
  people:
    ring(9, 8, 3) +
    line(
      'M3.5 19c.4-3.6 2.6-5.5 5.5-5.5s5.1 1.9 5.5 5.5M15.5 5.2a3 3 0 0 1 0 5.6M17 13.8c2 .7 3.2 2.4 3.5 5.2',
    ),
  school: line('M4 20v-9l8-5 8 5v9zM10 20v-5h4v5M12 6V3h3.5'),
  children:
    ring(12, 7.5, 3) + line('M6.5 20c.4-4.4 2.6-6.7 5.5-6.7s5.1 2.3 5.5 6.7M8.5 17.5l-3.5-3M15.5 17.5l3.5-3'),
  me: ring(12, 8, 3.5) + line('M5 20c.6-4 3.3-6 7-6s6.4 2 7 6'),
  private: line('M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2'),
  group:
    ring(12, 5.5, 2.3) +
    ring(5.5, 17, 2.3) +
    ring(18.5, 17, 2.3) +
    line('M10.8 7.7l-4 7M13.2 7.7l4 7M8 17h8'),
  world: ring(12, 12, 8.5) + line('M3.5 12h17M12 3.5c4.6 5 4.6 12 0 17M12 3.5c-4.6 5-4.6 12 0 17'),
  calendar: line('M4 6h16v14H4zM4 10.5h16M8 3.5V8M16 3.5V8'),
  specialist: line('M10 20.5h4M8.6 14.6a5.6 5.6 0 1 1 6.8 0c-.7.6-.9 1.5-.9 2.9h-5c0-1.4-.2-2.3-.9-2.9z'),
  peer: ring(9, 12, 5.2) + ring(15, 12, 5.2),
  practice: line(
    'M12 20.5V12M12 12c0-4-2.8-6-7-6 0 4 2.8 6 7 6zM12 15c0-3.4 2.4-5.2 6.8-5.2 0 3.6-2.4 5.2-6.8 5.2z',
  ),
  pupils: ring(9.5, 9, 3) + line('M3.5 20c.4-3.8 2.6-6 6-6 2.8 0 4.8 1.4 5.7 4M17.5 15.5V4.5'),
  check: line('M5 12.5l4.5 4.5L19 7'),
  partly: ring(12, 12, 8) + line('M12 4v16M12 8h6.9M12 12h8M12 16h6.9'),
  absent: ring(12, 12, 8),
  warning: line('M12 4.5l9 15H3zM12 10v4.5M12 17v.01'),
  file: line('M6 3.5h8l4 4v13H6zM14 3.5v4h4'),
  speak: line(
    'M12 4a2.6 2.6 0 0 0-2.6 2.6v4.8a2.6 2.6 0 0 0 5.2 0V6.6A2.6 2.6 0 0 0 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V21M9 21h6',
  ),
  photo: line('M4 7.5h4L9.5 5h5L16 7.5h4V19H4z') + ring(12, 13, 3.3),
  edit: line('M4 20l1-4L16 5l3 3L8 19zM14 7l3 3'),
  add: line('M12 5v14M5 12h14'),
  search: ring(10.5, 10.5, 6) + line('M15 15l5 5'),
  back: line('M19 12H5M11 6l-6 6 6 6'),
  next: line('M5 12h14M13 6l6 6-6 6'),
  history: line('M4.5 14A8 8 0 1 0 6.6 6.1L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2'),
  sign: line(
    'M3 16c3-1 5.5-9.5 7.3-9 1.9.6-2.3 8.5-.2 8.7 1.9.1 2.4-4 3.9-3.7 1.3.2.4 3.3 1.9 3.3 1.3 0 2-1.3 5.1-1.3M3 20h18',
  ),
  meeting: ring(8, 7.5, 2.2) + ring(16, 7.5, 2.2) + line('M4 13.5h16M7 13.5V19M17 13.5V19'),
  question: line('M4 5h16v11.5h-8.5L7.5 20v-3.5H4zM10 9a2 2 0 1 1 2.7 1.8c-.5.3-.7.6-.7 1.2M12 14.2v.01'),
  evidence: line('M12 4v16M8 20h8M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z'),
  download: line('M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15'),
  print: line('M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z'),
  settings: line('M4 7h9M17 7h3M4 17h3M11 17h9') + ring(15, 7, 2) + ring(9, 17, 2),
  help: ring(12, 12, 8.5) + line('M9.6 9.7a2.5 2.5 0 1 1 3.4 2.3c-.8.3-1 .8-1 1.7M12 16.5v.01'),
  undo: line('M9 6l-4.5 4.5L9 15M4.5 10.5H14a4.8 4.8 0 0 1 0 9.6h-3'),
  key: ring(8, 16, 3.8) + line('M10.8 13.2L19 5M15.5 8.5L18 11'),
  mail: line('M4 6h16v12.5H4zM4 7l8 6.5L20 7'),
  clock: ring(12, 12, 8.5) + line('M12 7v5.2l3.2 2'),
  link: line(
    'M10 13.5a3.5 3.5 0 0 0 5 .3l3-3a3.5 3.5 0 0 0-5-5l-1.3 1.3M14 10.5a3.5 3.5 0 0 0-5-.3l-3 3a3.5 3.5 0 0 0 5 5l1.3-1.3',
  ),
} as const;

export type IconName = keyof typeof drawings;

const turning = new Set<string>(['back', 'next', 'undo', 'history']);

const made = Object.fromEntries(
  Object.entries(drawings).map(([name, drawing]) => [
    name,
    trusted(
      `<svg class="icon${turning.has(name) ? ' turns' : ''}" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`,
    ),
  ]),
) as Record<IconName, Html>;

export const iconNames = Object.keys(drawings) as IconName[];

/** One icon, always to be followed by the words it goes with. */
export const icon = (name: IconName): Html => made[name];
