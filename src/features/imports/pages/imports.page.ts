import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { pager } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { administrators } from '#features/people/index.ts';
import { runsPerPage, selectRuns } from '../run.queries.ts';
import { sumInWords, whereItStands } from './run-words.ts';

export const importsAudience = (): AudienceNote =>
  theseRoles(
    administrators,
    t('Lists of staff and pupils hold personal details. Only these roles see them and what came of them.'),
  );

/** The imports so far, newest first. */
export const importsPage = page('/school/imports', {
  purpose: 'administration',
  access: roles(...administrators),
  async load(visit) {
    const number = visit.pageNumber;
    return { number, ...(await selectRuns(visit.db, visit.organisationId, number)) };
  },
  view: ({ runs, total, number }) => ({
    title: t('Imports'),
    audience: importsAudience(),
    trail: [{ label: t('School'), href: '/school' }],
    action: { label: t('Import people'), href: '/school/imports/new' },
    body: html`<p>
        ${t('Bring staff, pupils and classes in from the lists the school keeps elsewhere. You see what would happen before anything is written, and doing it again with the same files changes nothing.')}
      </p>
      ${total > 0 && html`<p class="count">${tn(total, '{n} import', '{n} imports')}</p>`}
      ${table({
        caption: t('Imports, newest first'),
        captionHidden: true,
        columns: [
          { label: t('When') },
          { label: t('Files') },
          { label: t('What') },
          { label: t('Where it stands') },
          { label: t('By') },
        ],
        rows: runs.map((run) => [
          html`<a href="/school/imports/${run.id}">${formatMoment(run.createdAt)}</a>`,
          html`<bdi>${formatList(run.files.map(({ name }) => name))}</bdi>`,
          sumInWords(run),
          whereItStands(run),
          run.by ?? t('By command'),
        ]),
        empty: empty({
          says: t(
            'Nothing was imported yet. You can begin with a list of staff saved from a spreadsheet as CSV.',
          ),
        }),
      })}
      ${pager({ page: number, pages: Math.ceil(total / runsPerPage), path: '/school/imports' })}`,
  }),
});
