import type { Visit } from '#platform/http/context.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { form, type Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { catalogue } from '#features/evidence/index.ts';
import { accountWords } from './account.ts';
import { evaluationHref } from './addresses.ts';
import type { Account } from './evaluation.ts';
import { evaluationTabs } from './evaluation-tabs.view.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';
import type { Rival } from './report.queries.ts';

interface SureView {
  opened: OpenedEvaluation;
  rivals: readonly Rival[];
}

export function sureView({ opened, rivals }: SureView, visit: Visit): Html {
  const standing = rivals.filter(({ endedAt }) => endedAt === null);
  return html`${evaluationTabs(opened, 'sure')}
    <h2>${t('What else could explain it')}</h2>
    ${logged(opened, standing, visit)}
    <h2>${t('What else one must know')}</h2>
    ${accountRead(opened.evaluation.account)}
    ${
      opened.may('plan') &&
      quietActions([
        {
          label: t('Write what one must know'),
          href: evaluationHref(opened.programme, 'sure/account'),
          icon: 'edit',
        },
      ])
    }
    ${opened.may('plan') && adding(opened, standing, visit)}`;
}

const logged = (opened: OpenedEvaluation, rivals: readonly Rival[], visit: Visit): Html =>
  countedList({
    says: tn(rivals.length, '{n} other explanation', '{n} other explanations'),
    items: rivals.map((rival) => rivalEntry(opened, rival, visit)),
    empty: empty({
      says: t('None is written down yet. There is nearly always one; the list below helps to think of it.'),
    }),
  });

function rivalEntry({ programme, may }: OpenedEvaluation, rival: Rival, visit: Visit): Html {
  const href = evaluationHref(programme, `sure/${rival.id}`);
  const state = visit.formAt(href);
  return html`<strong>${rival.title}</strong> ${definitionList([
      {
        term: t('What we know of it'),
        says: rival.known && html`<span class="as-written">${rival.known}</span>`,
      },
      {
        term: t('What we did about it'),
        says: rival.done && html`<span class="as-written">${rival.done}</span>`,
      },
    ])}
    ${
      may('plan') &&
      html`${details(
        t('Change'),
        form(
          {
            ...state,
            values: { ...rival, ...state.values },
            button: t('Save'),
            hidden: { version: rival.version },
            describe: t('Save {what}', { what: rival.title }),
          },
          (f) => rivalFields(f),
        ),
        state.errors !== undefined,
      )}
      ${form({ action: `${href}/end`, button: t('Take out'), describe: t('Take out {what}', { what: rival.title }), quiet: true })}`
    }`;
}

const rivalFields = (f: Fields): Html => html`
  ${f.text({ name: 'title', label: t('What else could explain it'), required: true, maxlength: 160 })}
  ${f.textarea({ name: 'known', label: t('What we know of it') })}
  ${f.textarea({ name: 'done', label: t('What we did about it'), rows: 2 })}
`;

function adding({ programme }: OpenedEvaluation, rivals: readonly Rival[], visit: Visit): Html {
  const state = visit.formAt(evaluationHref(programme, 'sure'));
  const { items } = catalogue().rivalExplanations;
  const left = items.filter(({ id }) => !rivals.some(({ commonKey }) => commonKey === id));
  return html`<h2>${t('Write down another explanation')}</h2>
    <p>
      ${t('Before you say that the programme brought a change, go through these one by one. Those you add stand beside what you say, wherever it is shown.')}
    </p>
    ${form({ ...state, button: t('Add this explanation') }, (f) => [
      f.radios({
        name: 'common',
        label: t('One of the common ones'),
        options: [
          ...left.map((item) => ({
            value: item.id,
            label: item.title,
            hint: t('{ask} What would help: {help}', { ask: item.ask, help: item.wouldHelp }),
          })),
          { value: '', label: t('Another, named below') },
        ],
      }),
      f.text({ name: 'title', label: t('Or one of your own'), maxlength: 160 }),
      f.textarea({ name: 'known', label: t('What we know of it') }),
      f.textarea({ name: 'done', label: t('What we did about it'), rows: 2 }),
    ])}`;
}

const accountRead = (account: Account | null): Html =>
  account
    ? definitionList(
        accountWords().map(({ name, label }) => ({
          term: label,
          says: account[name] && html`<span class="as-written">${account[name]}</span>`,
        })),
      )
    : empty({ says: t('The team has not written anything here yet.') });
