import { page, see } from '#platform/http/route.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import { agreementState, unsignedBy } from '../agreement/agreement-parts.ts';
import { togetherAudience } from '../audience.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { soughtInWords } from '../find/sought.ts';
import type { HomeOf } from '../home-part.ts';
import { rhythmInWords } from '../relationships.ts';
import { learnersIn, partOf, presentIn, stateOf, titleOf, togetherHref } from '../together.ts';
import { laterParts, mainParts } from './home-parts.ts';
import { type HomeAsked, homeOf, nextOf } from './home.queries.ts';
import { homeView } from './home.view.ts';

const ask = homeOf([...mainParts, ...laterParts]);

/** The home of a pairing: where we are, what is next, and all that its people write together. */
export const homePage = page('/coaching/:coaching', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const asked = await ask(visit);
    const answers = asked.may('answer') && stateOf(asked.together) === 'asked';
    return answers ? see(togetherHref(asked.together, 'answer')) : asked;
  },
  view(asked, visit) {
    const { together, item } = asked;
    const home = { together, visit, may: asked.may };
    const { action, ...status } = whatIsNext(asked, home);
    return {
      title: titleOf(together, visit.who.personId),
      audience: togetherAudience(item, together, visit.who),
      trail: [{ label: t('Mentoring and coaching'), href: '/coaching' }],
      status: { where: whereWeAre(asked), ...status },
      ...(action && { action }),
      body: homeView(asked, home),
    };
  },
});

function whereWeAre({ together }: HomeAsked): string {
  const what = soughtInWords(together);
  switch (stateOf(together)) {
    case 'asked': {
      const waiting = presentIn(together).filter(({ answer }) => answer === null);
      return t('{what}: waiting for {names} to answer.', {
        what,
        names: formatList(waiting.map(({ name }) => name)),
      });
    }
    case 'ended':
      return t('{what}: ended on {day}.', { what, day: formatDate(together.endedAt!) });
    case 'agreed':
      return t('{what}, {rhythm}, until {day}.', {
        what,
        rhythm: rhythmInWords(together),
        day: formatDate(together.endsOn!),
      });
  }
}

interface Next {
  next?: string;
  promised?: string;
  action?: { label: string; href: string };
}

/** What is next, and the one main thing that this reader can do. */
function whatIsNext(asked: HomeAsked, home: HomeOf): Next {
  const { together, signatures, may } = asked;
  const me = home.visit.who.personId;
  if (stateOf(together) === 'ended') {
    const { kind, purpose, rhythm } = together;
    const learns = partOf(together, me) === 'learner' || partOf(together, me) === 'co-coach';
    const anew = new URLSearchParams({ kind, ...(purpose && { for: purpose }), rhythm });
    return learns && home.visit.who.standing.kind === 'staff'
      ? { action: { label: t('Find somebody else'), href: `/coaching/new?${anew.toString()}` } }
      : {};
  }
  if (stateOf(together) === 'asked' || !may('write')) return {};
  const promised =
    together.inForceVersion !== null && together.lookAgainOn !== null
      ? { promised: t('to look at the agreement again on {day}', { day: formatDate(together.lookAgainOn) }) }
      : {};
  const known = nextOf(asked, home);
  const next = known ? { next: known.words } : {};
  switch (agreementState(together)) {
    case 'none':
    case 'writing':
      return {
        next: t('Write down what you agree'),
        ...promised,
        action: { label: t('Write the agreement'), href: togetherHref(together, 'agreement/write') },
      };
    case 'signing':
      if (unsignedBy(together, signatures).some(({ personId }) => personId === me))
        return {
          next: t('Read and sign what you agree'),
          ...promised,
          action: { label: t('Read and sign the agreement'), href: togetherHref(together, 'agreement') },
        };
      break;
    case 'in-force':
      break;
  }
  return {
    ...next,
    ...(learnersIn(together).length > 0 && promised),
    ...(known?.action && { action: known.action }),
  };
}
