import { t } from '#platform/i18n/i18n.ts';
import type { RelationshipPrompt } from '#features/evidence/index.ts';
import { type Kind, type Member, type Together } from '../../together.ts';

/** One part of a conversation, written by its people together. */
export interface Part {
  id: string;
  title: string;
  /** One line under it: what belongs here. */
  plain: string;
  /** The moments whose prompts stand beside it. */
  prompts: readonly RelationshipPrompt['when'][];
  /** A part that must be written first, so that what was seen comes before what is made of it. */
  after?: string;
  /** Heading above it, where a new half begins. */
  half?: string;
}

const plan = (): Part => ({
  id: 'plan',
  title: t('What we plan together'),
  plain: t('Which lesson, what pupils will do in it, and where the step has its place.'),
  prompts: ['before'],
});

const noticed = (): Part => ({
  id: 'noticed',
  title: t('What was noticed'),
  plain: t('Only what could be seen and heard of pupils and of the lesson. No judgement yet.'),
  prompts: ['during'],
});

const made = (): Part => ({
  id: 'made',
  title: t('What we make of it'),
  plain: t('What it may mean, what else could explain it, what surprised you.'),
  prompts: ['during'],
  after: 'noticed',
});

const next = (): Part => ({
  id: 'next',
  title: t('Next steps'),
  plain: t('Who does what, in which lesson, and when you look at it. One or two are enough.'),
  prompts: ['after'],
});

/** In co-coaching each is learner for half of the time: the others ask, and the one answers. */
function halves(people: readonly Member[]): Part[] {
  return people.flatMap(({ personId, name }, index): Part[] => [
    {
      id: `asked-${personId}`,
      title: t('What {name} is asked', { name }),
      plain: t('Questions that are meant, one at a time. No advice dressed as a question.'),
      prompts: ['during'],
      half:
        index === 0
          ? t('{name} is the learner', { name })
          : t('Now you change places: {name} is the learner', { name }),
    },
    {
      id: `answers-${personId}`,
      title: t('What {name} answers', { name }),
      plain: t('In {name}’s own words.', { name }),
      prompts: [],
    },
  ]);
}

/**
 * The parts of a conversation, by the kind of relationship and its people; those who left keep theirs. In co-coaching
 * whoever began the conversation is the learner first.
 */
export function partsOf(
  { kind, people }: { kind: Kind; people: Together['people'] },
  begunBy?: string,
): Part[] {
  if (kind !== 'co-coaching') return [noticed(), made(), plan(), next()];
  const inIt = people
    .filter(({ answer }) => answer === 'yes')
    .toSorted((a, b) => Number(b.personId === begunBy) - Number(a.personId === begunBy));
  return [plan(), noticed(), made(), ...halves(inIt), next()];
}
