import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { card, cards } from '#ui/card.ts';
import { definitionList } from '#ui/definition-list.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { evaluationHref } from './addresses.ts';
import { comparisonWords, mayChange, type Measure, participants } from './evaluation.ts';
import { evaluationTabs } from './evaluation-tabs.view.ts';
import { measureDetails } from './measure.view.ts';
import { moments, momentWords } from './moments.ts';
import type { OpenedEvaluation } from './open-evaluation.ts';

export const planView = (opened: OpenedEvaluation, me: string): Html => html`
  ${evaluationTabs(opened, 'plan')} ${words(opened)}
  <h2>${t('When')}</h2>
  ${definitionList(
    moments.map((moment) => ({
      term: momentWords(moment),
      says: formatDate(opened.evaluation.dates[moment]),
    })),
  )}
  <h2 id="measures">${t('Measures')}</h2>
  ${measures(opened, me)}
  <h2>${t('Who agreed')}</h2>
  ${agreement(opened, me)}
  ${
    opened.may('plan') &&
    quietActions([
      { label: t('Change the plan'), href: evaluationHref(opened.programme, 'plan/change'), icon: 'edit' },
    ])
  }
`;

function words({ evaluation }: OpenedEvaluation): Html {
  const written = (text: string) => text && html`<span class="as-written">${text}</span>`;
  return definitionList([
    { term: t('Which pupils'), says: written(evaluation.pupils) },
    { term: t('What their learning should look like'), says: written(evaluation.learning) },
    { term: t('How we would notice'), says: written(evaluation.noticing) },
    { term: t('Who measures'), says: evaluation.whoMeasures },
    {
      term: t('Compared with'),
      says:
        evaluation.comparison === 'none'
          ? t('Nothing. We shall be able to say what changed, and not what made it change.')
          : [comparisonWords(evaluation.comparison), written(evaluation.comparisonAbout)],
    },
  ]);
}

function measures(opened: OpenedEvaluation, me: string): Html {
  const standing = opened.evaluation.measures.filter((measure) => measure.endedAt === null);
  if (standing.length === 0)
    return empty({
      says: t('No measure has been chosen yet. One or two that tell you something are plenty.'),
    });
  return cards(standing.map((measure) => measureCard(opened, measure, me)));
}

function measureCard({ programme, may }: OpenedEvaluation, measure: Measure, me: string): Html {
  const name = (id: string) => programme.people.find(({ personId }) => personId === id)?.name;
  const users = measure.usedBy.flatMap((id) => name(id) ?? []);
  const href = evaluationHref(programme, `measures/${measure.number}`);
  return card({
    title: measure.title,
    level: 3,
    meta: measure.common
      ? t('Everybody takes it; chosen by {name}', {
          name: name(measure.chosenBy) ?? t('somebody no longer here'),
        })
      : t('Taken by {names}', { names: formatList(users) }),
    body: measureDetails(measure),
    actions:
      may('plan') &&
      mayChange(measure, me) &&
      html`<a href="${href}">${t('Change')}<span class="hidden"> ${measure.title}</span></a> ${form({
          action: `${href}/end`,
          button: t('Take out'),
          describe: t('Take out {measure}', { measure: measure.title }),
          quiet: true,
        })}`,
  });
}

function agreement({ programme, evaluation, may }: OpenedEvaluation, me: string): Html {
  const taking = participants(programme);
  const agreed = (personId: string) =>
    evaluation.agreed.some((each) => each.personId === personId && each.version === evaluation.version);
  const count = taking.filter(({ personId }) => agreed(personId)).length;
  const mine = taking.some(({ personId }) => personId === me);
  if (taking.length === 0) return html`<p>${t('Nobody takes part yet who could agree with it.')}</p>`;
  return html`<p>
      ${tn(taking.length, '{count} of {n} participant has agreed with the plan as it stands.', '{count} of {n} participants have agreed with the plan as it stands.', { count })}
      ${t('A change to the plan or to a measure that everybody takes asks again.')}
    </p>
    ${
      mine &&
      may('plan') &&
      (agreed(me)
        ? html`<p>${t('You have agreed.')}</p>`
        : form({
            action: evaluationHref(programme, 'plan/agree'),
            button: t('Agree with the plan'),
            hidden: { version: evaluation.version },
            quiet: true,
          }))
    }`;
}
