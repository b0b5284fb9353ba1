import type { GoalTexts } from './goal.ts';

/**
 * What one may want to look at again in the words of a goal.
 *
 *   general-words   it names teaching, or a whole field of it, rather than one aspect
 *   several-aims    it joins more than one aim
 *   no-pupils       it does not say which pupils
 *   nothing-to-see  it does not say what one would see pupils do
 *   one-moment      it is one word or gesture at one moment, so less can change
 */
export type GoalSign = 'general-words' | 'several-aims' | 'no-pupils' | 'nothing-to-see' | 'one-moment';

export const broadSigns: readonly GoalSign[] = [
  'general-words',
  'several-aims',
  'no-pupils',
  'nothing-to-see',
];

/** Words, in lower case, that make us ask; the catalogue has them. */
export interface GoalHints {
  broad: readonly string[];
  narrow: readonly string[];
}

/** Reads the words of a goal. It looks for signs and decides nothing: what it says is advice, and can be wrong. */
export function readGoal(
  { goal, pupils, looks }: Pick<GoalTexts, 'goal' | 'pupils' | 'looks'>,
  hints: GoalHints,
): GoalSign[] {
  const words = plain(goal);
  if (words === '') return [];
  const signs: GoalSign[] = [];
  if (wholeField.test(words) || hints.broad.some((hint) => holdsWords(words, hint)))
    signs.push('general-words');
  if (severalAims(words)) signs.push('several-aims');
  if (namesNoPupils(plain(pupils))) signs.push('no-pupils');
  if (nothingToSee(plain(looks))) signs.push('nothing-to-see');
  const wide = signs.includes('general-words') || signs.includes('several-aims');
  if (!wide && oneMoment(words, hints.narrow)) signs.push('one-moment');
  return signs;
}

const plain = (text: string): string => text.toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ').trim();

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a word or phrase stands in a text as whole words. */
const holdsWords = (text: string, phrase: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(phrase)}(?![\\p{L}\\p{N}])`, 'u').test(text);

const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`;

/** With one of these after an "and" a new aim begins; "reading and writing" is one. */
const aimVerbs = oneOf(`
  ask be begin build challenge change check cut deepen develop embed encourage engage ensure extend foster get give
  grow have help improve increase introduce involve keep let lower make manage mark motivate plan promote provide raise
  reduce start stop strengthen stretch support teach try use work`);

/** Two aims joined, or a row of three. */
function severalAims(words: string): boolean {
  const joined = new RegExp(
    `(?:\\band\\b|\\bas well as\\b|\\balso\\b|&|;|\\.)\\s+(?:to\\s+|then\\s+|also\\s+|i\\s+will\\s+)?(?:${aimVerbs}|more|better|fewer|less)\\b`,
  );
  return joined.test(words) || /,[^,.]+,[^,.]* and /.test(words);
}

const everybody = new Set(
  `all|all of them|all pupils|all children|all students|all classes|all my classes|all my pupils|every pupil|everyone|
  everybody|pupils|children|students|learners|the pupils|the children|the students|my pupils|my children|my students|
  the school|the whole school|whole school|any|anyone|various|not sure|don't know`.split(/\|\s*/),
);

const namesNoPupils = (pupils: string): boolean => pupils === '' || everybody.has(pupils.replace(/\.$/, ''));

const field = oneOf(`
  teaching lessons behaviour engagement questioning feedback marking assessment differentiation standards results
  progress attainment outcomes teacher practice`);

/** "Improve behaviour", "be a better teacher", or nothing but the name of a field. */
const wholeField = new RegExp(
  `\\b(?:improve|improving|better|raise|raising|develop|developing|work on|working on|good)\\s+(?:my|the|our|their|pupils'|pupil)?\\s*${field}\\b|^(?:my |the |pupils' )?${field}\\.?$`,
);

/** What a pupil can be seen or heard doing. */
const seen = new RegExp(
  `\\b${oneOf(`
    add answer argue arrive ask begin bring build call check choose clap collect come compare complete copy correct
    count cross cut describe discuss draw explain face fetch fill find finish give help hold join justify label leave
    lift line listen look make mark match measure move name nod open order paint pick place plan play point predict
    present put raise read record repeat reply respond retell rewrite say select send share show sign sing sit sketch
    solve sort speak stand start stay stop sum swap take talk tell test tick touch try turn underline use wait walk
    watch weigh work write`)}(?:s|es|ed|ing)?\\b`,
);

/** What goes on inside somebody, or is summed up by somebody else. */
const inside = new RegExp(
  `\\b${oneOf(`
    understand understanding know knowledge learn learning feel feeling enjoy enjoyment confident confidence engaged
    engagement motivated motivation interested interest resilient resilience progress improve improved improvement better
    attainment outcomes focused focus concentrate concentration appreciate realise aware awareness independent behave
    behaviour respect value believe think`)}s?\\b`,
);

const nothingToSee = (looks: string): boolean => looks === '' || (inside.test(looks) && !seen.test(looks));

const oneThing =
  /\b(?:one|a|the|my|this|single)\s+(?:single\s+)?(?:word|phrase|sentence|gesture|signal|nod|clap|smile|slide|poster|line|sign)\b/;
const onceOnly =
  /\b(?:once|one time|tomorrow|today|on (?:mon|tues|wednes|thurs|fri)day|this (?:lesson|week|morning|afternoon)|(?:the )?(?:first|last) (?:\w+ )?(?:minute|second)s?|(?:one|a single) lesson|as (?:they|pupils) (?:come in|enter|leave)|at the (?:very )?(?:start|beginning|end) of)\b/;

/** "At once" and "once they have" speak of no single moment. */
const notOnce = /\bat once\b|\bonce (?=again|more|they|pupils|he|she|we|i|the)/g;

function oneMoment(goal: string, hints: readonly string[]): boolean {
  const words = goal.replace(notOnce, '');
  return (oneThing.test(words) && onceOnly.test(words)) || hints.some((hint) => holdsWords(words, hint));
}
