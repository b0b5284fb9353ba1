import { formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { addressOf, filters, pager } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { tabs } from '#ui/tabs.ts';
import {
  type Bodies,
  type DuplicateBody,
  parts,
  type PersonFacts,
  type PreviewPart,
} from '../preview/preview.ts';
import { rowsPerPage } from '../row.queries.ts';
import { columnsOf, type Row } from './list-columns.ts';
import { countsOf, type RunPageData } from './run-page-data.ts';
import { kindWord, listWords, valueWords } from './run-words.ts';

const peopleLists: readonly PreviewPart[] = ['added', 'changed', 'ended', 'back', 'role'];

/** The lists of a preview, one at a time, filtered and paged. */
export function lists(data: RunPageData): Html {
  const { run, filter, list } = data;
  if (filter === null) return nothing;
  const path = `/school/imports/${run.id}`;
  const counts = countsOf(run);
  const query = { list: filter.part, q: filter.search, kind: filter.kind };
  return html`${tabs(
      t('Lists of this import'),
      parts
        .filter((part) => (counts[part] ?? 0) > 0)
        .map((part) => ({
          label: listWords(part),
          href: addressOf(path, { list: part }),
          current: part === filter.part,
          count: counts[part],
        })),
    )}
    ${
      (counts[filter.part] ?? 0) > rowsPerPage &&
      filters(
        {
          action: path,
          values: { q: filter.search, kind: filter.kind },
          keep: { list: filter.part },
          button: t('Find'),
          narrowed: Boolean(filter.search || filter.kind),
        },
        (f) =>
          html`${f.search({ name: 'q', label: filter.part === 'problem' ? t('File, value or words') : t('Name') })}
          ${peopleLists.includes(filter.part) && f.select({ name: 'kind', label: t('Kind'), all: t('All kinds of people'), options: ['staff', 'pupil', 'family', 'guest'].map((kind) => ({ value: kind, label: kindWord(kind) })) })}`,
      )
    }
    <p class="count">${tn(list.total, '{n} line', '{all} lines', { all: formatNumber(list.total) })}</p>
    ${filter.part === 'duplicate' ? duplicates(data, list.rows as Row<'duplicate'>[]) : oneTable(filter.part, list.rows as Row<PreviewPart>[])}
    ${pager({ page: filter.page, pages: Math.ceil(list.total / rowsPerPage), path, query })}`;
}

const oneTable = (part: Exclude<PreviewPart, 'duplicate'>, rows: readonly Row<PreviewPart>[]): Html =>
  table({
    caption: listWords(part),
    captionHidden: true,
    ...columnsOf(part, rows),
    empty: t('Nothing fits. Try a shorter part of the name.'),
  });

/** Two records that may be one person, side by side, with the question between them. */
function duplicates({ run, formAt }: RunPageData, rows: readonly Row<'duplicate'>[]): Html {
  if (run.state !== 'ready') return html`${rows.map(({ body }) => sideBySide(body))}`;
  return form({ ...formAt('duplicates'), button: t('Save these answers') }, (f) =>
    rows.map(({ position, body }): Value => [
      sideBySide(body),
      body.id === null
        ? html`<p>
            ${t('Both are in the files. If they are one person, mend the file and import again; they come in as two.')}
          </p>`
        : f.radios({
            name: `d${position}`,
            label: t('{name}: one person or two?', { name: body.incoming.name }),
            value: '',
            options: [
              {
                value: 'same',
                label: t('The same person'),
                hint: t('The file’s details are written to the person who is here.'),
              },
              { value: 'two', label: t('Two people') },
            ],
          }),
    ]),
  );
}

function sideBySide({ incoming, other, because, file, line, id }: DuplicateBody): Html {
  const row = (label: string, say: (facts: PersonFacts) => string): Value[] => [
    label,
    say(incoming),
    say(other),
  ];
  return table({
    caption: t('{name}: {because}', { name: incoming.name, because: because.map(becauseWords).join(', ') }),
    columns: [
      { label: t('What') },
      { label: t('In {file}, line {line}', { file, line }) },
      { label: id === null ? t('Elsewhere in the files') : t('Here') },
    ],
    rows: [
      row(t('Name'), ({ name }) => name),
      row(t('Kind'), ({ kind }) => kindWord(kind)),
      row(t('E-mail'), ({ emails }) => valueWords('emails', emails)),
      row(t('Post or year'), ({ jobTitle, yearLabel }) => jobTitle ?? yearLabel ?? t('nothing')),
      row(t('Date of birth'), ({ dateOfBirth }) => valueWords('dateOfBirth', dateOfBirth)),
      row(t('Code or number'), ({ code }) => code ?? t('nothing')),
    ],
    empty: '',
  });
}

const becauseWords = (because: Bodies['duplicate']['because'][number]): string =>
  ({
    'same e-mail': t('the same e-mail address'),
    'same name and date of birth': t('the same name and date of birth'),
    'same name': t('the same name'),
  })[because];
