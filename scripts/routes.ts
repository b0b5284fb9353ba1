/** `npm run routes`: every route with its method, policy and purpose; `-- --json` for programs. */
import { accessInWords, type TransferMethod } from '#platform/http/route.ts';
import { routesOf } from '#platform/http/server.ts';
import { features } from '#src/features.ts';

export interface ListedRoute {
  method: TransferMethod;
  path: string;
  feature: string;
  /** Who may come: a policy's kind, roles, members, 'signed-in' or 'anyone'. */
  policy: string;
  purpose: string;
}

/** Routes are declared before anything runs, so no database is needed to list them. */
export function listRoutes(): ListedRoute[] {
  return routesOf(features)
    .map(({ feature, method, route }) => ({
      method,
      path: route.path,
      feature,
      policy: accessInWords(route.access),
      purpose: route.purpose,
    }))
    .toSorted((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1));
}

if (import.meta.main) {
  const routes = listRoutes();
  process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(routes)}\n` : asTable(routes));
}

function asTable(routes: readonly ListedRoute[]): string {
  const columns = ['method', 'path', 'feature', 'policy', 'purpose'] as const;
  const widths = columns.map((name) => Math.max(name.length, ...routes.map((route) => route[name].length)));
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index]!))
      .join('  ')
      .trimEnd();
  const lines = routes.map((route) => row(columns.map((name) => route[name])));
  return `${[row(columns), ...lines].join('\n')}\n\n${routes.length} routes\n`;
}
