import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import type { OpenedTogether } from '../../open-together.ts';
import { answersTo, suggests } from './open-support.ts';
import { answers, stateInWords, type Support, supportHref } from './support.ts';

/** What was suggested, each with what its reader can do with it. */
export const supportList = (opened: OpenedTogether, supports: readonly Support[], visit: Visit): Html =>
  countedList({
    says: tn(supports.length, '{n} suggestion', '{n} suggestions'),
    items: supports.map(
      (support) =>
        html`${supportLine(support)}
        ${support.cameOfIt && html`<p class="as-written">${support.cameOfIt}</p>`}
        ${answersTo(opened, support, visit.who.personId) && answerForm(opened, support, visit)}
        ${support.offeredById === visit.who.personId && suggests(opened, visit.who.personId) && ownActions(opened, support)}`,
    ),
    empty: empty({ says: t('Nothing is suggested yet.') }),
  });

/** One suggestion in a line or two. */
export const supportLine = (support: Support): Html =>
  html`<span class="as-written">${support.what}</span>
    <span class="meta"
      >${support.who}${support.state !== 'suggested' && html`; ${stateInWords(support.state)}`}${
        support.byOn && html`; ${t('by {day}', { day: formatDate(support.byOn) })}`
      };
      ${t('suggested by')} ${personName({ name: support.offeredBy })}</span
    >
    ${support.link && html`<p><a href="${support.link}" rel="noreferrer">${support.link}</a></p>`}`;

const answerForm = ({ together }: OpenedTogether, support: Support, visit: Visit): Html => {
  const state = visit.formAt(supportHref(together, `${support.id}/answer`));
  return form(
    {
      ...state,
      values: {
        state: support.state === 'suggested' ? undefined : support.state,
        came_of_it: support.cameOfIt,
        ...state.values,
      },
      button: t('Save my answer'),
      describe: t('Save my answer: {what}', { what: support.what }),
      quiet: true,
      hidden: { version: support.version },
    },
    (f) =>
      html`${f.radios({
        name: 'state',
        label: t('What about it?'),
        required: true,
        options: answers.map((value) => ({
          value,
          label: {
            arranged: t('It is arranged'),
            happened: t('It happened'),
            'not-wanted': t('Not just now'),
          }[value],
        })),
      })}
      ${f.textarea({ name: 'came_of_it', label: t('What came of it'), rows: 2 })}`,
  );
};

const ownActions = ({ together }: OpenedTogether, support: Support): Value =>
  html`${quietActions([
    {
      label: t('Change: {what}', { what: support.what }),
      href: supportHref(together, `${support.id}/edit`),
      icon: 'edit',
    },
  ])}
  ${form({
    action: supportHref(together, `${support.id}/end`),
    button: t('Take it back'),
    describe: t('Take it back: {what}', { what: support.what }),
    quiet: true,
    danger: true,
  })}`;
