import { DRAWN_FOR } from '#platform/http/drawn-for.ts';
import { HELD_FIELD } from '#platform/http/held-field.ts';
import type { Problem } from '#platform/http/problem.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';

/** What somebody had sent, for the pages that give it back. */

/** Files that came with what can be sent again, which a browser cannot be given back. */
export const filesToAdd = (problem: Problem): Value =>
  problem.files.length > 0 &&
  html`<p>
    ${t('These files could not be kept: {names}. Add them again once your words are saved.', {
      names: formatList([...problem.files]),
    })}
  </p>`;

export const isPassword = (name: string): boolean => /password/i.test(name);

/** Words of somebody's own. Choices, ids, dates and what else a form carries are short and without capitals. */
export const isWritten = (name: string, value: string): boolean =>
  !isPassword(name) && name !== HELD_FIELD && !/^[a-z0-9:_./@-]{0,100}$/.test(value);

/** Each field with its value, a list as several; without what the page itself put there. */
export const entries = (problem: Problem): [string, string][] =>
  Object.entries(problem.sent).flatMap(([name, value]) =>
    name === DRAWN_FOR
      ? []
      : (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, each]),
  );
