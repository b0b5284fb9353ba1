import type { Content } from '#platform/http/content.ts';
import type { Problem } from '#platform/http/problem.ts';
import { everybody, onlyYou } from '#platform/access/audience-words.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';

/** The page that says what happened and what to do. It never blames, and it gives back what was written. */
export function problemPage(problem: Problem): Content {
  const audience = problem.signedIn ? onlyYou(t('This answer is for you alone.')) : everybody();
  switch (problem.kind) {
    case 'not-found':
      return {
        title: t('Nothing here'),
        audience,
        body: html`<p>${t(problem.says)}</p>
          ${home()}`,
      };
    case 'not-allowed':
      return {
        title: t('This is for other people'),
        audience,
        body: html`<p>${t(problem.says)}</p>
          ${problem.ask && html`<p>${t(problem.ask)}</p>`}${home()}`,
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
          ${sendAgain(problem, t('Send it again'))}`,
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
              ${sendAgain(problem, t('Send it again'))}`
          }
          ${home()}`,
      };
    case 'unexpected':
      return {
        title: t('Something failed on our side'),
        audience,
        body: html`<p>
            ${t('Nothing was changed. The failure was written down for whoever looks after this installation.')}
          </p>
          ${
            Object.keys(problem.sent).length > 0 &&
            html`<p>${t('What you sent is below, so that you can keep it or send it again.')}</p>
              ${sendAgain(problem, t('Send it again'))}`
          }
          ${home()}`,
      };
  }
}

const home = (): Html => html`<p><a href="/">${t('Go to the first page')}</a></p>`;

/** What was written, in a form that sends it to the same place. Passwords are not shown again. */
const sendAgain = (problem: Problem, button: string, except: readonly string[] = []): Html =>
  form({ action: problem.path, button }, (f) =>
    entries(problem)
      .filter(([name]) => !except.includes(name))
      .map(([name, value]) =>
        /password/i.test(name)
          ? f.password({ name, label: t('Password') })
          : value.length < 80 && !value.includes('\n') && /(^|_)(id|key|version)$|^version$/.test(name)
            ? html`<input type="hidden" name="${name}" value="${value}" />`
            : f.textarea({ name, label: readable(name), value }),
      ),
  );

const entries = (problem: Problem): [string, string][] =>
  Object.entries(problem.sent).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, each]),
  );

const readable = (name: string): string => {
  const words = name
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

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
