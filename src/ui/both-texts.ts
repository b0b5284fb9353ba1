import type { Problem } from '#platform/http/problem.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { entries, filesToAdd } from '#ui/sent-words.ts';

/** Both texts, side by side; saving keeps the reader's choice and the other stays in the history. */
export function bothTexts(problem: Problem): Html {
  const { current, sent } = problem;
  if (!current) return html`<p>${t(problem.says)}</p>`;
  const ticks = current.ticks ?? [];
  const shown = new Set([...current.fields, ...ticks].map(({ name }) => name));
  const rest = entries(problem).filter(([name]) => !shown.has(name) && name !== 'version');
  const words = wordsFor(current);
  const isChosen = current.fields.length > 0 && current.fields.every(({ choice }) => choice);
  return html`<p>
      ${words.saved}
      ${isChosen ? t('Nothing is lost: choose what holds, and save.') : t('Neither text is lost: compare them, change yours where you like, and save.')}
    </p>
    ${filesToAdd(problem)}
    ${form(
      {
        action: problem.path,
        button: isChosen ? t('Save what is chosen here') : t('Save my text as it stands here'),
        hidden: { version: current.version },
      },
      (f) =>
        html` ${rest.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${current.fields.map(({ name: field, label: part, text, choice }) =>
          choice
            ? f.radios({
                name: field,
                label: part,
                hint: choice.hint,
                options: choice.options,
                initial: choice.chosen,
                unmarked: true,
              })
            : html`<div class="both-texts">
                ${f.textarea({
                  name: field,
                  label: words.here(part),
                  value: String(sent[field] ?? ''),
                })}
                <div>
                  <h3>${words.there(part)}</h3>
                  <p class="as-written">${text}</p>
                </div>
              </div>`,
        )}
        ${ticks.map(({ name, label, value = 'yes', ticked }) =>
          f.checkbox({ name, label, options: [value], value: ticked }),
        )}`,
    )}
    <p>
      <a href="${problem.path.replace(/\/[^/]*$/, '') || '/'}">${words.leave}</a>
    </p>`;
}

/** One's own text out of another window or off another device is spoken of as one's own. */
function wordsFor({ byYou, writerId, writtenBy: name, writtenAt }: NonNullable<Problem['current']>) {
  const when = { day: formatDate(writtenAt), time: formatTime(writtenAt) };
  if (byYou)
    return {
      saved: t('You saved it there on {day} at {time}.', when),
      here: (part: string) => t('As you wrote it here: {part}', { part }),
      there: (part: string) => t('As you saved it there: {part}', { part }),
      leave: t('Leave it as you saved it there'),
    };
  const here = (part: string) => t('Yours: {part}', { part });
  if (writerId === null)
    return {
      saved: t('This was saved on {day} at {time}.', when),
      here,
      there: (part: string) => t('As it was saved: {part}', { part }),
      leave: t('Leave it as it was saved'),
    };
  return {
    saved: t('{name} saved this on {day} at {time}.', { name, ...when }),
    here,
    there: (part: string) => t('As {name} saved it: {part}', { name, part }),
    leave: t('Leave it as {name} saved it', { name }),
  };
}
