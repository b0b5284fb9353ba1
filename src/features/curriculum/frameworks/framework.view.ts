import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { filters, pager } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { frameworkHref } from '../addresses.ts';
import type { Framework, Statement, StatementFilter } from './framework.ts';
import { leftWords } from './left-words.ts';
import type { Difference } from './statement.queries.ts';

interface FrameworkData {
  framework: Framework;
  statements: readonly Statement[];
  more: boolean;
  subjects: readonly string[];
  years: readonly string[];
  differences: readonly Difference[];
  filter: StatementFilter;
  pageNumber: number;
  keeps: boolean;
}

export function frameworkView(data: FrameworkData): Html {
  const { framework, statements, more, subjects, years, filter, pageNumber, keeps } = data;
  const path = frameworkHref(framework.id);
  if (framework.endedAt !== null)
    return html`${notice('caution', t('This version was taken away. Plans that name its statements keep them.'))}
    ${form({ action: frameworkHref(framework.id, 'restore'), button: t('Bring it back'), quiet: true })}`;
  const narrowed = Object.values(filter).some((value) => value !== '');
  return html`${framework.publishedAt === null && lookOver(data)} ${facts(framework)}
  ${filters({ action: path, values: { ...filter }, narrowed, button: t('Find') }, (f) => [
    f.search({ name: 'words', label: t('Words') }),
    subjects.length > 1 &&
      f.select({ name: 'subject', label: t('Subject'), all: t('All subjects'), options: subjects }),
    years.length > 1 &&
      f.select({
        name: 'year',
        label: t('Year'),
        all: t('All years'),
        options: years.map((value) => ({ value, label: yearWords(value) })),
      }),
  ])}
  ${
    statements.length === 0
      ? html`<p class="empty">${t('No statement fits. Try fewer words, or another year.')}</p>`
      : html`<ol class="curriculum-statements">
          ${statements.map((each) => statementLine(each, narrowed))}
        </ol>`
  }
  ${pager({ page: pageNumber, pages: 0, more, path, query: { ...filter } })}
  ${
    keeps &&
    framework.publishedAt !== null &&
    form({
      action: frameworkHref(framework.id, 'end'),
      button: t('Take this version away'),
      quiet: true,
      danger: true,
    })
  }`;
}

/** What was read, what was left, and how it differs from what plans name now: before anybody plans by it. */
const lookOver = ({ framework, differences }: FrameworkData): Html =>
  html`${notice('info', t('Nobody plans by this yet. Look it over: what stands here was read from the files, word for word.'))}
  ${
    differences.length > 0 &&
    html`<h2>${t('What is different')}</h2>
      ${differenceList(differences, 'new', (n) => tn(n, '{n} statement is new', '{n} statements are new'))}
      ${differenceList(differences, 'changed', (n) => tn(n, '{n} statement is worded anew', '{n} statements are worded anew'))}
      ${differenceList(differences, 'gone', (n) => tn(n, '{n} statement is gone', '{n} statements are gone'))}
      <p>
        ${t('Plans keep the statements they name. Whoever wrote a plan is told there, and takes the new words over by one press.')}
      </p>`
  }
  ${form({ action: frameworkHref(framework.id, 'use'), button: t('Use it for planning') })}
  ${form({
    action: frameworkHref(framework.id, 'end'),
    button: t('Throw it away'),
    quiet: true,
    danger: true,
  })}`;

const differenceList = (
  all: readonly Difference[],
  how: Difference['how'],
  says: (n: number) => string,
): Html | false => {
  const these = all.filter((each) => each.how === how);
  return (
    these.length > 0 &&
    details(
      says(these.length),
      html`<ul>
        ${these.map(
          ({ words, before }) =>
            html`<li dir="auto">
              ${words}${before !== null && html`<br /><span class="meta">${t('Before: {words}', { words: before })}</span>`}
            </li>`,
        )}
      </ul>`,
    )
  );
};

const facts = ({ version, publisher, licence, source, broughtBy, createdAt, left }: Framework): Html =>
  html`${definitionList([
    { term: t('Version'), says: version },
    { term: t('Published by'), says: publisher },
    { term: t('Licence'), says: address(licence) },
    { term: t('Where it comes from'), says: address(source) },
    {
      term: t('Brought in'),
      says: html`<bdi>${broughtBy}</bdi>, ${formatDate(createdAt)}`,
    },
  ])}
  ${
    left.length > 0 &&
    details(
      tn(left.length, 'One thing of the files was not carried', '{n} things of the files were not carried'),
      html`<ul>
        ${left.map(({ what, why }) => html`<li><bdi>${what}</bdi>: ${leftWords(why)}</li>`)}
      </ul>`,
    )
  }`;

/** Only what leads to the web is a link. */
const address = (text: string): Html | string =>
  /^https?:\/\/\S+$/.test(text) ? html`<a href="${text}" rel="noopener noreferrer">${text}</a>` : text;

/** Where a list is narrowed what stands above a statement may be missing, so it is not set in below it. */
function statementLine(
  { id, depth, code, kind, words, note, stages, years, isLeaf }: Statement,
  flat: boolean,
): Html {
  const taught = stages.length > 0 ? formatList(stages) : years.length > 0 ? yearWords(years.join(', ')) : '';
  return html`<li class="depth-${flat ? 0 : Math.min(depth, 5)}" id="s-${id}">
    ${
      isLeaf
        ? html`<a href="/plans/points/${id}" dir="auto"
            >${code !== '' && html`<bdi>${code}</bdi> `}${words}</a
          >`
        : html`<strong dir="auto">${code !== '' && html`<bdi>${code}</bdi> `}${words}</strong>`
    }
    ${(kind !== '' || taught !== '') && html`<span class="meta">${[kind, taught].filter(Boolean).join('; ')}</span>`}
    ${note !== '' && details(t('More on this'), html`<p class="as-written" dir="auto">${note}</p>`)}
  </li> `;
}
