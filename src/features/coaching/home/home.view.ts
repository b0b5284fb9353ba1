import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { linkButton, quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { agreementInWords } from '../agreement/agreement.page.ts';
import type { HomeOf, HomePart } from '../home-part.ts';
import { promptsByMoment } from '../kinds/prompts.view.ts';
import { managerReminder } from '../manager-warning.view.ts';
import { kindHref, relationshipOf } from '../relationships.ts';
import { mayComeBack, others, partInWords, presentIn, stateOf, togetherHref } from '../together.ts';
import { readsUntil } from '../what-leavers-read.ts';
import { laterParts, mainParts } from './home-parts.ts';
import type { HomeAsked } from './home.queries.ts';

/** The home of a pairing in its order: what one must know first, then goal, times, conversations, agreement, prompts. */
export function homeView(asked: HomeAsked, home: HomeOf): Html {
  const { together, signatures } = asked;
  const state = stateOf(together);
  if (state === 'asked') return waiting(asked, home);
  return html`${toKnow(asked, home)} ${withWhom(asked, home)} ${drawn(asked, home, mainParts)}
    <h2 id="agreement">${t('What we agree')}</h2>
    ${readsUntil(together, home.visit.who.personId) === null && html`<p>${agreementInWords(together, signatures)}</p>`}
    <p>
      ${linkButton({ label: t('Open the agreement'), href: togetherHref(together, 'agreement'), icon: 'sign' })}
    </p>
    ${drawn(asked, home, laterParts)}
    ${
      state === 'agreed' &&
      html`<h2 id="prompts">${t('Questions to have at hand')}</h2>
        ${promptsByMoment(relationshipOf(together.kind))}`
    }
    ${quietLinks(asked)}`;
}

const drawn = (asked: HomeAsked, home: HomeOf, those: readonly HomePart[]): Value =>
  asked.parts.filter(({ part }) => those.includes(part)).map(({ part, rows }) => part.draw(rows, home));

/** Asked, and not everybody has answered. */
const waiting = ({ together, may }: HomeAsked, home: HomeOf): Html =>
  html`${together.askedWords !== '' && html`<blockquote class="as-written">${together.askedWords}</blockquote>`}
    <p>
      ${t(
        '{names} can say yes or no, and nobody asks for a reason. When everybody has said yes, this page becomes the place where you work together.',
        {
          names: formatList(
            others(together, home.visit.who.personId)
              .filter(({ answer }) => answer === null)
              .map(({ name }) => name),
          ),
        },
      )}
    </p>
    ${may('write') && quietActions([{ label: t('Take the question back'), href: togetherHref(together, 'quiet') }])}`;

/** What stands between people and their work: an end, a line manager, somebody who left. */
function toKnow({ together, management }: HomeAsked, { visit }: HomeOf): Value {
  const me = visit.who.personId;
  const mine = together.people.find(({ personId }) => personId === me);
  const goesOnForMe = stateOf(together) === 'agreed' && !mine?.leftAt;
  return [
    mine?.leftAt
      ? iLeft(together, mine.leftAt, { visit })
      : stateOf(together) === 'ended' && itEnded(together),
    goesOnForMe && !together.withManager
      ? management
          .filter(({ managerId }) => managerId !== me)
          .map(({ manager, person, personId }) =>
            notice(
              'caution',
              t(
                'This page and what is written here have closed to {manager}. You can end it and find somebody else; what you wrote stays yours.',
                {
                  manager,
                },
              ),
              personId === me
                ? t('{manager} has become your line manager.', { manager })
                : t('{manager} has become {person}’s line manager.', { manager, person }),
            ),
          )
      : null,
    together.withManager && goesOnForMe && managerReminder(together.kind, management),
  ];
}

const itEnded = ({ endedAt, agreedAt }: HomeAsked['together']): Html =>
  notice(
    'info',
    agreedAt
      ? t('It ended on {day}. Nobody needs to say why. What you wrote stays here to read.', {
          day: formatDate(endedAt!),
        })
      : t('It did not come about this time. Nobody needs to say why, and you can ask somebody else.'),
  );

function iLeft(together: HomeAsked['together'], leftAt: Date, { visit }: Pick<HomeOf, 'visit'>): Html {
  const back = mayComeBack(together, visit.who.personId, visit.now);
  return html`${notice('info', t('You left on {day}. You can read what was written while you were here.', { day: formatDate(leftAt) }))}
  ${back && form({ action: togetherHref(together, 'come-back'), button: t('Go on after all'), quiet: true })}`;
}

/** Who is in it, as what; who left, without a word why. */
function withWhom({ together }: HomeAsked, { visit }: HomeOf): Html {
  const me = visit.who.personId;
  const gone = together.people.filter(({ leftAt, personId }) => leftAt !== null && personId !== me);
  return html`<p>
    ${formatList(
      presentIn(together).map(({ name, part, memberKind }) =>
        memberKind === 'guest'
          ? t('{name} ({part}, a guest)', { name, part: partInWords(part) })
          : t('{name} ({part})', { name, part: partInWords(part) }),
      ),
    )}.
    ${stateOf(together) === 'agreed' && gone.map(({ name, leftAt }) => t('{name} left on {day}.', { name, day: formatDate(leftAt!) }))}
    <a href="${kindHref(together.kind)}">${t('How this kind of work goes')}</a>
  </p>`;
}

const quietLinks = ({ together, may }: HomeAsked): Value =>
  may('write') &&
  stateOf(together) === 'agreed' &&
  quietActions([
    ...(may('learn')
      ? [{ label: t('Three questions about us'), href: togetherHref(together, 'questions') }]
      : []),
    { label: t('A quiet word, or an end'), href: togetherHref(together, 'quiet') },
  ]);
