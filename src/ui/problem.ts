import type { AudienceNote, Content } from '#platform/http/content.ts';
import type { Problem } from '#platform/http/problem.ts';
import { everybody, onlyYou } from '#platform/access/audience-words.ts';
import { DRAWN_FOR } from '#platform/http/drawn-for.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { bothTexts } from '#ui/both-texts.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { entries, filesToAdd, isPassword, isWritten } from '#ui/sent-words.ts';

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
        body: html`<p>${t(problem.says)} ${allBelow(problem)}</p>
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
            ${allBelow(problem)}
          </p>
          <p>
            <a href="/sign-in/school" target="_blank">${t('Go back to the other school in a new tab')}</a>,
            ${t('then come back here and send it again.')}
          </p>
          ${sendAgain(problem)}`,
      };
    case 'drawn-for-another':
      return {
        title: t('This was written by somebody else'),
        audience,
        body: html`<p>
            ${t('Another person was signed in here when this was written.')} ${t(problem.says)}
            ${t('Whoever wrote it signs in first: with the browser’s Back their words are there, to be sent then.')}
          </p>
          ${home()}`,
      };
    case 'stale':
      return {
        title: problem.current?.byYou
          ? t('You saved this somewhere else')
          : t('Somebody saved this while you were writing'),
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

/** A password is never sent back to a page. */
const allBelow = (problem: Problem): string =>
  entries(problem).some(([name]) => isPassword(name))
    ? t('Type the password again; whatever else you wrote is below.')
    : t('Nothing is lost: it is all below.');

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
