import { line, ticked } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { AttendanceList } from '#features/evidence/index.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { categoryInWords } from './code.ts';

/** What both forms about a code ask. */
export const codeFields = (f: Fields, list: AttendanceList): Html =>
  html`${f.text({ name: 'symbol', label: t('Code'), hint: t('One to four signs, as it is typed and printed.'), required: true, maxlength: 4, width: 'short' })}
  ${f.text({ name: 'name', label: t('Name'), required: true, maxlength: 80 })}
  ${f.select({
    name: 'national',
    label: t('Stands for'),
    hint: t('Figures count it as this one.'),
    required: true,
    options: list.codes.map(({ symbol, title, category }) => ({
      value: symbol,
      label: `${symbol} ${t(title)}`,
      group: categoryInWords(category),
    })),
  })}
  ${f.checkbox({ name: 'usual', label: t('Show it on every register, beside “Here”') })}`;

export const codeInput = {
  symbol: line('Write the code.', 4),
  name: line('Write what the code is called.', 80),
  national: line('Choose what it stands for.', 4),
  usual: ticked(),
};
