import type { AudienceNote } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { selectInTheWay } from './in-the-way.ts';
import { dutyInWords, rotaHref, rotasTrail, swapHref } from './rotas.ts';
import { makesRotas } from './rotas.access.ts';
import { selectSwap, type Swap } from './swap.queries.ts';

/** What is asked for one duty on one day, and where it is answered. */
export const swapPage = page('/rotas/swaps/:swap', {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const swap = await selectSwap(visit.db, visit.who, visit.params.swap!);
    const own = await selectInTheWay(visit.db, visit.organisationId, visit.who.personId, swap);
    return { swap, own, state: visit.formAt(swapHref(swap.id, 'take')) };
  },
  view: ({ swap, own, state }, visit) => ({
    title: dutyInWords(swap),
    audience: audienceOf(swap, visit),
    trail: [...rotasTrail(), { label: swap.name, href: rotaHref(swap.rotaId) }],
    body: html`${definitionList([
      { term: t('Whose duty it is'), says: html`<bdi>${swap.usual}</bdi>` },
      { term: t('Where'), says: swap.place && html`<bdi>${swap.place}</bdi>` },
      { term: t('Asked'), says: swap.asked === null ? t('all colleagues') : html`<bdi>${swap.asked}</bdi>` },
      { term: t('A word to it'), says: swap.words && html`<bdi>${swap.words}</bdi>` },
      { term: t('Where it stands'), says: whereItStands(swap) },
    ])}
    ${state.errors?.[''] !== undefined && notice('info', state.errors[''])}
    ${swap.endedAt === null && swap.on >= visit.today && answers(swap, own, visit)}`,
  }),
});

const audienceOf = ({ askedId, usual, asked }: Swap, { who }: Visit): AudienceNote =>
  askedId === null
    ? allStaff(who, t('All colleagues are asked, so all see it.'))
    : {
        icon: 'group',
        words: t('{names} and those who make rotas', { names: formatList([usual, asked ?? '']) }),
        why: t('Who is on duty in the end, all staff see.'),
      };

const whereItStands = ({ endedAt, taker, agreed, askedId, not }: Swap): string => {
  if (endedAt !== null) return t('It was taken back.');
  if (taker !== null)
    return agreed
      ? t('{name} takes it.', { name: taker })
      : t('{name} takes it, once somebody who makes rotas agrees.', { name: taker });
  return askedId !== null && not.includes(askedId)
    ? t('They cannot. Ask somebody else.')
    : t('Nobody takes it yet.');
};

const answers = (swap: Swap, own: readonly string[], { who }: Visit): Value => {
  const me = who.personId;
  const makes = makesRotas(who);
  const canTake =
    swap.takenBy === null && swap.usualId !== me && (swap.askedId === null || swap.askedId === me);
  return html`${canTake && take(swap, own, me)}
  ${swap.takenBy !== null && !swap.agreed && makes && swap.takenBy !== me && press(swap, 'agree', t('Agree to it'), false)}
  ${swap.takenBy === me && press(swap, 'back', t('I cannot after all'))}
  ${
    (swap.usualId === me || makes) &&
    press(
      swap,
      'end',
      swap.usualId === me && swap.takenBy !== null ? t('I do it myself after all') : t('Take it back'),
    )
  }`;
};

const take = (swap: Swap, own: readonly string[], me: string): Html =>
  html`${own.length > 0 && notice('caution', t('At this time you have: {what}.', { what: formatList(own) }))}
  ${press(swap, 'take', t('I take it'), false)} ${!swap.not.includes(me) && press(swap, 'no', t('I cannot'))}`;

const press = (swap: Swap, what: string, button: string, quiet = true): Html =>
  form({ action: swapHref(swap.id, what), button, quiet });
