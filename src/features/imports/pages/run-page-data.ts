import type { Visit } from '#platform/http/context.ts';
import type { PreviewSummary } from '../preview/preview.ts';
import type { RowFilter, selectRows } from '../row.queries.ts';
import type { Run } from '../run.queries.ts';

/** What the page of an import shows. */
export interface RunPageData {
  run: Run & { by: string | null };
  filter: RowFilter | null;
  list: Awaited<ReturnType<typeof selectRows>>;
  roles: Awaited<ReturnType<typeof selectRows<'role'>>>['rows'];
  mayAppoint: boolean;
  now: Date;
  /** What the organisation that imports is called. */
  home: string;
  formAt: (action: string) => ReturnType<Visit['formAt']>;
}

export const isUnderWay = ({ state }: Run): boolean => ['reading', 'applying', 'undoing'].includes(state);

export const countsOf = ({ summary }: Run): PreviewSummary['counts'] =>
  (summary as PreviewSummary).counts ?? {};

/** After how long without progress an import can be nudged by hand, in milliseconds. */
export const stuckAfterMs = 120_000;
