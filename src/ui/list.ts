import { t } from '#platform/i18n/i18n.ts';
import { attributes } from '#ui/attributes.ts';
import { form, type Field, type Fields } from '#ui/form.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';

interface CountedListOptions {
  /** How many there are, in words: `tn(answers.length, '{n} answer', '{n} answers')`. */
  says: string;
  items: readonly Value[];
  empty: Html | string;
  /** For lists whose order matters. */
  ordered?: boolean | undefined;
  /** Lines close together, for lists of names. */
  dense?: boolean | undefined;
  /** Each line ends with a small form: its words stand in a `span` before it. */
  withEnd?: boolean | undefined;
  /** The place in the list is kept under this name when one comes back. */
  keep?: string | undefined;
}

/** A list that says how many it holds. */
export function countedList(options: CountedListOptions): Html {
  const { says, items, empty } = options;
  if (items.length === 0) return typeof empty === 'string' ? html`<p class="empty">${empty}</p>` : empty;
  const look = ['items', options.dense && 'dense', options.withEnd && 'with-end'].filter(Boolean).join(' ');
  const inside = items.map((item) => html`<li>${item}</li> `);
  const marks = attributes({ class: look, 'data-keep-scroll': options.keep });
  return html`<p class="count">${says}</p>
    ${options.ordered ? html`<ol${marks}>${inside}</ol>` : html`<ul${marks}>${inside}</ul>`}`;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

interface PagerOptions {
  /** From 1. */
  page: number;
  pages: number;
  /** For what is too long to be counted: whether a page comes after this one. `pages` is then not said. */
  more?: boolean | undefined;
  path: string;
  /** What else stands in the address: filters, order. */
  query?: Query | undefined;
}

/** Before and after, keeping filters and order in the address. */
export function pager({ page, pages, more, path, query = {} }: PagerOptions): Html {
  if (pages <= 1 && !more) return nothing;
  const to = (number: number) => addressOf(path, { ...query, page: number === 1 ? undefined : number });
  return html`<nav class="pager" aria-label="${t('Pages')}">
    ${
      page > 1 && html`<a href="${to(page - 1)}" rel="prev">${icon('back')} ${t('Previous page')}</a>`
    }<span>${more === undefined ? t('Page {page} of {pages}', { page, pages }) : t('Page {page}', { page })}</span>${
      (more ?? page < pages) &&
      html`<a href="${to(page + 1)}" rel="next">${t('Next page')} ${icon('next')}</a>`
    }
  </nav>`;
}

/** An address with its query; what is empty is left out. */
export function addressOf(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

interface FilterOptions {
  action: string;
  values?: Readonly<Record<string, unknown>> | undefined;
  /** Carried along unchanged, such as the order. */
  keep?: Query | undefined;
  button?: string | undefined;
  /** Whether any filter is set: then there is a way back to everything. */
  narrowed?: boolean | undefined;
  /** Never folded away: where finding is itself what one came for, as before adding somebody. */
  always?: boolean | undefined;
}

/** The fields of a filter. A select says what stands when nothing is chosen: `all: t('All roles')`. */
export interface FilterFields extends Omit<Fields, 'select'> {
  select(field: Field & { all: string }): Html;
}

const filterFields = (f: Fields): FilterFields => ({
  ...f,
  select: ({ all, ...field }) =>
    f.select({ ...field, options: [{ value: '', label: all }, ...(field.options ?? [])] }),
});

/**
 * Narrows a list; the choice stands in the address, so it can be kept and sent. On a phone the fields fold into
 * one line, so that what was found is seen first.
 */
export function filters(options: FilterOptions, fields: (f: FilterFields) => Value): Html {
  const { action, values, keep, narrowed, always } = options;
  const choose = form(
    { action, method: 'get', quiet: true, values, hidden: keep, button: options.button ?? t('Show') },
    (f) => fields(filterFields(f)),
  );
  return html`<search class="filters">
    ${
      always
        ? choose
        : html`<details>
            <summary>${icon('search')} ${t('Find or narrow')}</summary>
            ${choose}
          </details>`
    }
    ${narrowed && html`<p>${t('You see a part of the list.')} <a href="${action}">${t('Show everything')}</a></p>`}
  </search>`;
}
