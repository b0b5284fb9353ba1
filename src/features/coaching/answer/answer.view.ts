import type { Visit } from '#platform/http/context.ts';
import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { soughtInWords } from '../find/sought.ts';
import type { Manages } from '../management.ts';
import { managerWarning, weKnowThis } from '../manager-warning.view.ts';
import type { OpenedTogether } from '../open-together.ts';
import { kindHref, relationshipOf, rhythmInWords } from '../relationships.ts';
import { nameIn, others, partInWords, partOf, type Together, togetherHref } from '../together.ts';
import { leftToPrepare, waitsForLearner } from './before-yes.ts';

type AnswerView = OpenedTogether & { management: Manages[]; finished: string[] };

export function answerView({ together, management, finished }: AnswerView, visit: Visit): Html {
  const me = visit.who.personId;
  const relationship = relationshipOf(together.kind);
  const part = partOf(together, me);
  return html`${together.askedWords !== '' && html`<blockquote class="as-written">${together.askedWords}</blockquote>`}
    ${definitionList([
      {
        term: t('What'),
        says: [
          relationship.plain,
          html`<a href="${kindHref(together.kind)}"
            >${t('All about {kind}', { kind: relationship.title })}</a
          >`,
        ],
      },
      { term: t('What for'), says: together.purpose && soughtInWords(together) },
      {
        term: t('How often'),
        says: t('Meant to be {rhythm}; you agree on it together', { rhythm: rhythmInWords(together) }),
      },
      { term: t('You would be'), says: part && partInWords(part) },
      {
        term: t('With'),
        says: others(together, me).map(({ name, part: theirs }) =>
          t('{name}, {part}', { name, part: partInWords(theirs) }),
        ),
      },
    ])}
    ${proposed(together, me)} ${management.length > 0 && managerWarning(together.kind, management)}
    ${yes(together, { management, finished }, visit)}
    <p>${t('You can say no without giving a reason, and nobody will ask for one.')}</p>
    ${form({
      action: togetherHref(together, 'answer'),
      button: t('Not this time'),
      quiet: true,
      prefix: 'no',
      hidden: { answer: 'no' },
    })}`;
}

/** The co-ordinator's proposal leaves the choice to the learner. */
const proposed = (together: Together, me: string): Value =>
  nameIn(together, together.askedBy) === undefined &&
  partOf(together, me) === 'learner' &&
  notice(
    'info',
    html`${t('The co-ordinator suggests this. The choice is yours: say yes, or say no and choose somebody else.')}
      <a
        href="/coaching/new?kind=${together.kind}&amp;for=${together.purpose ?? ''}&amp;rhythm=${together.rhythm}"
        >${t('See who else could help')}</a
      >`,
  );

function yes(
  together: Together,
  { management, finished }: Pick<AnswerView, 'management' | 'finished'>,
  visit: Visit,
): Value {
  const part = partOf(together, visit.who.personId);
  if (waitsForLearner(together, part))
    return notice('info', t('The learner has not said yes yet. Your turn comes after that.'));
  const left = leftToPrepare(together.kind, part, finished);
  if (left.length > 0)
    return notice(
      'info',
      html`${tn(
          left.length,
          'Whoever supports somebody prepares for it. One part is still to be done, about {length}. Your yes is possible after that; the question waits.',
          'Whoever supports somebody prepares for it. {n} parts are still to be done, about {length}. Your yes is possible after that; the question waits.',
          { length: formatMinutes(left.reduce((sum, { minutes }) => sum + minutes, 0)) },
        )} <a href="/coaching/preparation">${t('Go to the preparation')}</a>`,
      t('Before you say yes'),
    );
  const action = togetherHref(together, 'answer');
  return form(
    { ...visit.formAt(action), action, button: t('Yes, I will'), hidden: { answer: 'yes' } },
    (f) => management.length > 0 && weKnowThis(f),
  );
}
