import { t } from '#platform/i18n/i18n.ts';
import { slug } from '#ui/attributes.ts';
import type { Protocol, Source } from '#features/evidence/index.ts';

/** A protocol as it is being written: the same parts, some of which may still be empty or not fit together. */
export type Draft = Protocol;

/** Words that stand in addresses beside protocols and so can name none. */
const reserved = ['mine'];

/**
 * A short name in lower case for an address or a part, made of its title: "Lesson study" → lesson-study, or
 * lesson-study-2 when that is taken. Accents are dropped; a title without Latin letters or digits becomes `otherwise`.
 */
export function freeId(title: string, taken: Iterable<string>, otherwise: string): string {
  const base =
    slug(title.normalize('NFKD').replace(/\p{M}/gu, '')).slice(0, 60).replace(/-+$/, '') || otherwise;
  const used = new Set([...taken, ...reserved]);
  if (!used.has(base)) return base;
  let number = 2;
  while (used.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** The source of what a school writes itself. */
export const ownSource = (school: string): Source => ({
  own: true,
  basis: t('Written at {school}', { school }),
});

/** The source of words that a school has changed: no longer those that the source stands for. */
export function changedSource(source: Source, school: string): Source {
  if ('own' in source) return source;
  const { document, study, place } = source;
  return {
    own: true,
    basis: t('Changed at {school}. Before it was changed: {study}, {place}', { school, study, place }),
    document,
  };
}

interface Named {
  id: string;
  title: string;
}

/** A copy of any protocol, to be changed. What stands behind it stays named. */
export const copyOf = (protocol: Protocol, named: Named): Draft => ({
  ...structuredClone(protocol),
  ...named,
  version: 1,
});

/** Hardly anything yet: a facilitator, those who take part, and what is asked at the end. */
export function emptyDraft(named: Named, school: string): Draft {
  const source = ownSource(school);
  return {
    ...named,
    plain: '',
    suits: '',
    limits: [],
    version: 1,
    startedBy: 'anyone',
    terms: [1],
    weeks: 6,
    groupSize: { of: t('group'), min: 3, max: 6 },
    membership: [{ rule: 'own-choice', words: t('Everybody in it has said yes.'), source }],
    roles: [
      {
        id: 'facilitator',
        title: t('Facilitator'),
        plain: t('Keeps the rhythm and sees that everybody can speak.'),
        part: 'facilitator',
        min: 1,
        max: 1,
        per: 'programme',
        notHeldBy: [],
        source,
      },
      {
        id: 'member',
        title: t('Member'),
        plain: t('Tries things with pupils and brings what they did.'),
        part: 'participant',
        min: 2,
        max: null,
        per: 'programme',
        notHeldBy: [],
        source,
      },
    ],
    stages: [],
    ingredients: [],
    timing: [],
    carriesOver: [],
    produces: [],
    report: [
      {
        id: 'pupils',
        title: t('What pupils did'),
        prompt: t('In their work and words, with which pupils, and how you know.'),
      },
      {
        id: 'next',
        title: t('What comes next'),
        prompt: t('What you keep, what you leave, and the question you take on.'),
      },
    ],
    evidence: [],
    fidelity: {
      fromSource: t('Nothing: the school wrote it itself.'),
      ours: t('All of it: stages, steps, weeks and minutes.'),
    },
    source,
  };
}
