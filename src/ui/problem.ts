import type { AudienceNote, Content } from '#platform/http/content.ts';
import type { Problem } from '#platform/http/problem.ts';
import { everybody, onlyYou } from '#platform/access/audience-words.ts';
import { DRAWN_FOR } from '#platform/http/drawn-for.ts';
import { HELD_FIELD } from '#platform/http/held-field.ts';
import { formatList, formatMoment, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';

/** The page that says what happened and what to do. It never blames, and it gives back what was written. */
export function problemPage(problem: Problem): Content {
  const audience = problem.signedIn || Object.keys(problem.sent).length > 0 ? yourAnswer() : everybody();
  switch (problem.kind) {
    case 'not-found':
      return {
        title: t('Nothing here'),
        audience,
        body: html`<p>${t(problem.says)}</p>
          ${toCopy(problem)}${home()}`,
      };
    case 'not-allowed':
      return {
        title: t('This is for other people'),
        audience,
        body: html`<p>${t(problem.says)}</p>
          ${problem.ask && html`<p>${t(problem.ask)}</p>`}${toCopy(problem)}${home()}`,
      };
    case 'signed-out':
      return {
        title: t('Sign in again to keep this'),
        audience,
        body: html`<p>${t(problem.says)} ${t('Nothing is lost: it is all below.')}</p>
          <p>
            <a href="/sign-in" target="_blank">${t('Sign in in a new tab')}</a>,
            ${t('then come back here and send it again.')}
          </p>
          ${sendAgain(problem)}`,
      };
    case 'drawn-elsewhere':
      return {
        title: t('You are in another school now'),
        audience,
        body: html`<p>
            ${t('This was begun in another school than the one you are in now.')} ${t(problem.says)}
            ${t('Nothing is lost: it is all below.')}
          </p>
          <p>
            <a href="/sign-in/school" target="_blank">${t('Go back to the other school in a new tab')}</a>,
            ${t('then come back here and send it again.')}
          </p>
          ${sendAgain(problem)}`,
      };
    case 'stale':
      return {
        title: t('Somebody saved this while you were writing'),
        audience,
        wide: true,
        body: bothTexts(problem),
      };
    case 'too-many':
      return {
        title: t('Wait a little'),
        audience,
        body: html`<p>
          ${t('There were too many tries in a short time. Try again in {minutes} minutes.', {
            minutes: Math.max(1, Math.ceil((problem.seconds ?? 60) / 60)),
          })}
        </p>`,
      };
    case 'refused':
      return {
        title: t('This could not be done'),
        audience,
        body: html`<p>${t(problem.says)}</p>
          ${
            Object.keys(problem.sent).length > 0 &&
            html`<p>${t('What you sent is below.')}</p>
              ${sendAgain(problem)}`
          }
          ${home()}`,
      };
    case 'unexpected':
      return {
        title: t('Something failed on our side'),
        audience,
        body: html`<p>
            ${problem.says ? t(problem.says) : t('Nothing was changed.')}
            ${t('The failure was written down for whoever looks after this installation.')}
          </p>
          ${
            Object.keys(problem.sent).length > 0 &&
            html`<p>${t('What you sent is below, so that you can keep it or send it again.')}</p>
              ${sendAgain(problem)}`
          }
          ${home()}`,
      };
  }
}

/** Of this answer, not of what was asked for: that is for other people, or for nobody. */
const yourAnswer = (): AudienceNote => ({
  ...onlyYou(t('It answers what you just did. Nobody else is shown it.')),
  words: t('Only you see this answer'),
});

const home = (): Html => html`<p><a href="/">${t('Go to the first page')}</a></p>`;

/** What was written, where there is no longer anything to send it to. */
function toCopy(problem: Problem): Value {
  const words = entries(problem).filter(([name, value]) => isWritten(name, value));
  return html`${
    problem.files.length > 0 &&
    html`<p>${t('These files were not kept: {names}.', { names: formatList([...problem.files]) })}</p>`
  }${
    words.length > 0 &&
    html`<p>${t('What you wrote is below, so that you can copy it.')}</p>
      ${words.map(([, value]) => html`<p class="as-written">${value}</p>`)}`
  }`;
}

/** Files that came with what can be sent again, which a browser cannot be given back. */
const filesToAdd = (problem: Problem): Value =>
  problem.files.length > 0 &&
  html`<p>
    ${t('These files could not be kept: {names}. Add them again once your words are saved.', {
      names: formatList([...problem.files]),
    })}
  </p>`;

/** What was written, in a form that sends it to the same place. Passwords are not shown again. */
function sendAgain(problem: Problem): Html {
  const written = entries(problem).filter(([name, value]) => isWritten(name, value)).length;
  let part = 0;
  const label = () => (written > 1 ? t('What you wrote, part {n}', { n: ++part }) : t('What you wrote'));
  return html`${filesToAdd(problem)}
  ${form({ action: problem.path, button: t('Send it again'), hidden: whereDrawn(problem) }, (f) =>
    entries(problem).map(([name, value]) =>
      isPassword(name)
        ? f.password({ name, label: t('Password') })
        : isWritten(name, value)
          ? f.textarea({ name, label: label(), value, required: true })
          : html`<input type="hidden" name="${name}" value="${value}" />`,
    ),
  )}`;
}

/** What was begun elsewhere goes on being of there, or sending it again would do it here. */
const whereDrawn = ({ sent }: Problem): Record<string, string> =>
  typeof sent[DRAWN_FOR] === 'string' ? { [DRAWN_FOR]: sent[DRAWN_FOR] } : {};

const isPassword = (name: string): boolean => /password/i.test(name);

/** Words of somebody's own. Choices, ids, dates and what else a form carries are short and without capitals. */
const isWritten = (name: string, value: string): boolean =>
  !isPassword(name) && name !== HELD_FIELD && !/^[a-z0-9:_./@-]{0,100}$/.test(value);

const entries = (problem: Problem): [string, string][] =>
  Object.entries(problem.sent).flatMap(([name, value]) =>
    name === DRAWN_FOR
      ? []
      : (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, each]),
  );

/** Both texts, side by side; saving keeps the reader's choice and the other stays in the history. */
function bothTexts(problem: Problem): Html {
  const { current, sent } = problem;
  if (!current) return html`<p>${t(problem.says)}</p>`;
  const shown = new Set(current.fields.map((field) => field.name));
  const rest = entries(problem).filter(([name]) => !shown.has(name) && name !== 'version');
  return html`<p>
      ${t(
        '{name} saved at {when}. Neither text is lost: compare them, change yours where you like, and save.',
        {
          name: current.writtenBy,
          when: formatMoment(current.writtenAt),
        },
      )}
    </p>
    ${filesToAdd(problem)}
    ${form(
      {
        action: problem.path,
        button: t('Save my text as it stands here'),
        hidden: { version: current.version },
      },
      (f) =>
        html` ${rest.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${current.fields.map(
          ({ name, label, text }) =>
            html`<div class="both-texts">
              ${f.textarea({ name, label: t('{part}: yours', { part: label }), value: String(sent[name] ?? '') })}
              <div>
                <h3>${t('{part}: as saved by {name}', { part: label, name: current.writtenBy })}</h3>
                <p class="as-written">${text}</p>
              </div>
            </div>`,
        )}`,
    )}
    <p>
      <a href="${problem.path.replace(/\/[^/]*$/, '') || '/'}"
        >${t('Leave it as {name} saved it', { name: current.writtenBy })}</a
      >
    </p>`;
}
