import { page, roles } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { administrators, appointers } from '#features/people/index.ts';
import { parts, type PreviewPart } from '../preview/preview.ts';
import { type RowFilter, selectRows } from '../row.queries.ts';
import { type Run, selectRun } from '../run.queries.ts';
import { importsAudience } from './imports.page.ts';
import { countsOf, isUnderWay } from './run-page-data.ts';
import { runView } from './run.view.ts';
import { whereItStands } from './run-words.ts';

/** How many roles are offered to be given at once; the rest are given under People. */
const mostRoles = 50;

/** One import: its question, its preview, how far it is, or what it did. */
export const runPage = page('/school/imports/:run', {
  purpose: 'administration',
  access: roles(...administrators),
  async load(visit) {
    const run = await selectRun(visit.db, visit.organisationId, visit.params.run!);
    const filter = filterOf(visit, run);
    const list = filter ? await selectRows(visit.db, run, filter) : { rows: [], total: 0 };
    const mayAppoint = visit.who.hasAny(appointers);
    const asksRoles = run.state === 'ready' && mayAppoint && (countsOf(run).role ?? 0) > 0;
    const offered = asksRoles
      ? await selectRows(visit.db, run, { part: 'role', search: '', kind: '', page: 1 }, mostRoles)
      : { rows: [] };
    return {
      run,
      filter,
      list,
      roles: offered.rows,
      mayAppoint,
      now: visit.now,
      home: visit.who.standing.organisation.name,
      formAt: (action: string) => visit.formAt(`/school/imports/${run.id}/${action}`),
    };
  },
  view: (data) => ({
    title: t('Import of {day}', { day: formatDate(data.run.createdAt) }),
    audience: importsAudience(),
    status: { where: whereItStands(data.run) },
    trail: [
      { label: t('School'), href: '/school' },
      { label: t('Imports'), href: '/school/imports' },
    ],
    ...(isUnderWay(data.run) ? { reloadAfter: 2 } : {}),
    wide: true,
    body: runView(data),
  }),
});

function filterOf({ query, pageNumber }: Visit, run: Run): RowFilter | null {
  if (isUnderWay(run)) return null;
  const counts = countsOf(run);
  const filled = parts.filter((part) => (counts[part] ?? 0) > 0);
  const part: PreviewPart | undefined = filled.find((each) => each === query.list) ?? filled[0];
  if (part === undefined) return null;
  const kinds = ['staff', 'pupil', 'family', 'guest'];
  return {
    part,
    search: (query.q ?? '').slice(0, 100),
    kind: kinds.includes(query.kind ?? '') ? query.kind! : '',
    page: pageNumber,
  };
}
