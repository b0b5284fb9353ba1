import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { codesPath } from '../addresses.ts';
import { keepersAudience, registerKeepers } from '../registers.access.ts';
import { codeFields } from './code-fields.ts';
import { listOf, lists } from './code.ts';
import { codeOfAddress } from './code.queries.ts';

/** One code, to be renamed, mapped to another meaning, or put away. */
export const codePage = page(`${codesPath}/:code`, {
  purpose: 'administration',
  access: roles(...registerKeepers),
  load: codeOfAddress,
  view: (code, visit) => {
    const state = visit.formAt(`${codesPath}/${code.id}`);
    const { symbol, name, national, usual, version } = code;
    return {
      title: t('Code {symbol}', { symbol }),
      audience: keepersAudience(),
      trail: [{ label: t('Attendance codes'), href: codesPath }],
      body:
        code.endedAt !== null
          ? html`${notice('info', t('This code is put away. What was marked with it keeps it.'))}
            ${form({ ...visit.formAt(`${codesPath}/${code.id}/restore`), button: t('Bring it back'), quiet: true })}`
          : html`${form(
              {
                ...state,
                values: { symbol, name, national, usual: usual ? 'yes' : '', ...state.values },
                hidden: { version },
                button: t('Save this code'),
                cancel: codesPath,
              },
              (f) =>
                html`${codeFields(f, listOf(code.list) ?? lists()[0]!)}
                  <p class="hint">
                    ${t('When it is made to stand for something else, what was marked until now keeps its old meaning.')}
                  </p>`,
            )}
            ${form({ ...visit.formAt(`${codesPath}/${code.id}/end`), button: t('Put this code away'), quiet: true, danger: true })}`,
    };
  },
});
