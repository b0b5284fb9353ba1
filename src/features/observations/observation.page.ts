import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationAudience } from './observation-audience.ts';
import { observationPolicy } from './observation.policy.ts';
import {
  observationHref,
  observerPart,
  partOf,
  sideBySide,
  stateOf,
  whenInWords,
  titleOf,
} from './observation.ts';
import { observationView } from './observation.view.ts';
import { instrumentOf } from './instruments/chosen.ts';
import { openObservation, type OpenedObservation } from './open-observation.ts';
import { recordHref } from './record/addresses.ts';
import { selectLearningPairings } from './record/pairings.queries.ts';

/** One observation, from asking to what the observed teacher makes of it. */
export const observationPage = page('/observations/:observation', {
  purpose: 'learning',
  access: observationPolicy,
  async load(visit) {
    const opened = await openObservation(visit);
    const goesOn = opened.observed && partOf(opened.observation, 'plan') !== undefined;
    return { opened, pairings: goesOn ? await selectLearningPairings(visit.db, visit.who) : [] };
  },
  view({ opened, pairings }, visit) {
    const { item, observation, observed } = opened;
    return {
      title: titleOf(observation),
      audience: observationAudience(
        item,
        observation,
        visit.who,
        observed ? observationHref(observation, 'share') : undefined,
      ),
      status: statusOf(opened),
      ...mainAction(opened),
      trail: [{ label: t('My observations'), href: '/my-learning/observations' }],
      body: observationView(opened, { visit, pairings }),
    };
  },
});

function statusOf({ observation }: OpenedObservation): { where: string; next?: string } {
  const when = whenInWords(observation);
  switch (stateOf(observation)) {
    case 'proposed':
      return { where: t('Asked for {when}.', { when }), next: t('A yes or a no') };
    case 'declined':
      return { where: t('Declined. Nothing was entered in a calendar.') };
    case 'called-off':
      return { where: t('Called off. It was to be {when}.', { when }) };
    case 'agreed':
      return {
        where: t('Agreed for {when}.', { when }),
        next: partOf(observation, 'predicted')
          ? t('The lesson')
          : t('What {name} expects of pupils', { name: observation.observed }),
      };
    case 'done':
      return {
        where: t('It took place {when}.', { when }),
        next: !sideBySide(observation)
          ? t('Both write, then read side by side')
          : partOf(observation, 'plan')
            ? t('Practising what was planned')
            : t('What {name} makes of it', { name: observation.observed }),
      };
  }
}

/** The one thing this person can do next. */
function mainAction({ observation, observed, observer, item }: OpenedObservation): {
  action?: { label: string; href: string };
} {
  if (item.endedAt || (!observed && !observer)) return {};
  const write = (part: string, label: string) => ({
    action: { label, href: observationHref(observation, `write/${part}`) },
  });
  const state = stateOf(observation);
  if (state === 'agreed' && observed && !partOf(observation, 'predicted'))
    return write('predicted', t('Write what you expect'));
  // Before the day too: a phone that has opened the page once opens it without signal.
  if (state === 'agreed' && observer && instrumentOf(observation.chosen?.instrument))
    return { action: { label: t('Record the visit'), href: recordHref(observation) } };
  if (state !== 'done') return {};
  const mine = observed ? 'noticed' : observerPart(observation);
  if (!partOf(observation, mine)?.readyAt) return write(mine, t('Write what you noticed'));
  if (observed && sideBySide(observation) && !partOf(observation, 'plan'))
    return observation.entries.some(({ endedAt }) => endedAt === null)
      ? {
          action: {
            label: t('Choose what a goal rests on'),
            href: observationHref(observation, 'evidence'),
          },
        }
      : write('plan', t('Write what you make of it'));
  return {};
}
