import type { PageFigures } from './measure.ts';

export interface Report {
  constant: { cpu_us: number; rps_c8: number };
  pages: PageFigures[];
  first_visit: { bytes: number; requests: number };
  memory: { server_mb: number; database_mb: number };
  load: { name: string; users: number; errors: number; lost: number; p95_ms: number; rps: number }[];
}

/** What the figures are held against; they may be beaten, never loosened. */
const aims = {
  timesConstant: 6,
  timesConstantLong: 15,
  longRows: 100,
  queries: 4,
  firstVisit: 60 * 1024,
  megabytes: 250,
  openMs: 500,
};

const columns: [string, (page: PageFigures, constant: Report['constant']) => string][] = [
  ['page', ({ name }) => name],
  ['rows', ({ rows }) => String(rows)],
  ['cpu µs', ({ cpu_us }) => String(cpu_us)],
  ['× constant', ({ cpu_us }, constant) => (cpu_us / constant.cpu_us).toFixed(1)],
  ['queries', ({ queries }) => String(queries)],
  ['html', ({ html_bytes }) => String(html_bytes)],
  ['brotli', ({ compressed_bytes }) => String(compressed_bytes)],
  ['p50 ms', ({ p50_ms_c1 }) => String(p50_ms_c1)],
  ['p95 ms', ({ p95_ms_c1 }) => String(p95_ms_c1)],
  ['rps ×8', ({ rps_c8 }) => String(rps_c8)],
  ['p95 ms ×8', ({ p95_ms_c8 }) => String(p95_ms_c8)],
];

/** The figures as a table, and under it what misses its aim. */
export function inWords(report: Report): string {
  const cells = [
    columns.map(([title]) => title),
    ...report.pages.map((page) => columns.map(([, show]) => show(page, report.constant))),
  ];
  const widths = columns.map((_column, index) => Math.max(...cells.map((row) => row[index]!.length)));
  const lines = cells.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
      .join('  '),
  );
  const { constant, first_visit, memory, load } = report;
  const missed = missedAims(report);
  return [
    ...lines,
    '',
    ...report.pages.flatMap(openingOf),
    `A constant page: ${constant.cpu_us} µs of processor, ${constant.rps_c8} a second from eight at once.`,
    `A first visit: ${(first_visit.bytes / 1024).toFixed(1)} KB in ${first_visit.requests} requests.`,
    ...load.map(
      ({ name, users, errors, lost, p95_ms, rps }) =>
        `${name}: ${users} at once, ${errors} errors, ${lost} lost, 95 of 100 within ${p95_ms} ms, ${rps} a second.`,
    ),
    `Memory at rest: server ${memory.server_mb} MB, database ${memory.database_mb} MB.`,
    '',
    ...(missed.length ? ['Aims missed:', ...missed] : ['Every aim is met.']),
  ].join('\n');
}

/** How long a page takes to open in a real browser, where its script says so. */
function openingOf({ name, open_ms, first_open_ms }: PageFigures): string[] {
  if (open_ms === undefined) return [];
  return open_ms === null
    ? [`${name}: no Chromium was found here, so how long it takes to open was not measured.`]
    : [`${name} opens in ${open_ms} ms; in a browser that was never here in ${first_open_ms} ms.`];
}

export function missedAims({ constant, pages, first_visit, memory }: Report): string[] {
  const missed: string[] = [];
  for (const { name, rows, cpu_us, queries, open_ms } of pages) {
    const most = rows >= aims.longRows ? aims.timesConstantLong : aims.timesConstant;
    const times = cpu_us / constant.cpu_us;
    if (times > most)
      missed.push(
        `${name} costs ${times.toFixed(1)} times the constant page, at most ${most} (${rows} rows).`,
      );
    if (open_ms != null && open_ms >= aims.openMs)
      missed.push(`${name} opens in ${open_ms} ms, in less than ${aims.openMs}.`);
    if (queries > aims.queries)
      missed.push(`${name} asks the database ${queries} times, at most ${aims.queries}.`);
  }
  if (first_visit.bytes > aims.firstVisit)
    missed.push(`A first visit is ${first_visit.bytes} bytes, at most ${aims.firstVisit}.`);
  const megabytes = memory.server_mb + memory.database_mb;
  if (megabytes > aims.megabytes)
    missed.push(`Server and database hold ${megabytes} MB, at most ${aims.megabytes}.`);
  return missed;
}
