import { composed } from '#platform/access/composed.ts';
import { page, roles } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { codesPath } from '../addresses.ts';
import { keepersAudience, registerKeepers } from '../registers.access.ts';
import { categoryInWords, codesFor, listOf, lists } from './code.ts';
import { codeFields } from './code-fields.ts';
import { codesList, localeList } from './codes.queries.ts';

const ask = composed((who) => ({ stored: codesList(who), locale: localeList(who) }));

/** The codes of the school. Where nobody has changed any, those of its country’s list stand ready. */
export const codesPage = page(codesPath, {
  purpose: 'administration',
  access: roles(...registerKeepers),
  load: async (visit) => {
    const { stored, locale } = await ask(visit.db, visit.who, {});
    return { codes: codesFor(stored, locale[0]!.locale) };
  },
  view: ({ codes }, visit) => {
    const list = listOf(codes[0]?.list ?? '');
    return {
      title: t('Attendance codes'),
      audience: keepersAudience(),
      trail: [{ label: t('School'), href: '/school' }],
      body: html`<p>
          ${list && t('The list in use: {title}. {plain}', { title: t(list.title), plain: t(list.plain) })}
        </p>
        ${
          codes[0]?.id === null &&
          html`${form(
            { ...visit.formAt(`${codesPath}/keep`), button: t('Make these codes our own'), quiet: true },
            () =>
              html`<p>
                ${t('Registers can be taken with them as they are. Make them your own to rename one or put it away.')}
              </p>`,
          )}`
        }
        ${table({
          caption: tn(codes.length, '{n} code', '{n} codes'),
          columns: [
            { label: t('Code') },
            { label: t('Name'), wide: true },
            { label: t('Stands for') },
            { label: t('Counts as') },
          ],
          rows: codes.map(({ id, symbol, name, national, category, usual }) => [
            html`<span><kbd>${symbol}</kbd></span>`,
            html`<span
              >${id === null ? name : html`<a href="${codesPath}/${id}">${name}</a>`}${usual && html` <span class="meta">${t('on every register')}</span>`}</span
            >`,
            html`<span><kbd>${national}</kbd></span>`,
            categoryInWords(category),
          ]),
          empty: t('No code is in use. Add one below, or take a list.'),
        })}
        <h2>${t('Add a code')}</h2>
        ${form({ ...visit.formAt(codesPath), button: t('Add this code') }, (f) => codeFields(f, list ?? lists()[0]!))}
        ${details(
          t('Take another list'),
          form(
            { ...visit.formAt(`${codesPath}/list`), button: t('Take this list'), quiet: true },
            (f) =>
              html`<p>
                  ${t('Your codes are put away and those of the list stand in their place. What was marked keeps its code. It can be taken back.')}
                </p>
                ${f.radios({
                  name: 'list',
                  label: t('List'),
                  required: true,
                  options: lists().map(({ id, title, plain }) => ({
                    value: id,
                    label: t(title),
                    hint: t(plain),
                  })),
                })}`,
          ),
        )}`,
    };
  },
});
