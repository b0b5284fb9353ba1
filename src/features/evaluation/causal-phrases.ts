import { t } from '#platform/i18n/i18n.ts';

/** A phrase that says what made something happen, and what says no more than was seen. */
interface CausalPhrase {
  pattern: RegExp;
  instead: () => string;
}

const people =
  '(?:pupils?|children|learners|readers|writers|boys|girls|teachers|colleagues|staff|people|everyone|them|us|class(?:es)?|groups?|parents|families)';
/** Words that may stand before those people: "all our quieter pupils". */
const which = '(?:(?:the|all|our|their|these|those|my|your|his|her|both|most|many|more|some|focus|\\w+er) )*';
const whom = `${which}${people}\\b`;
const grew =
  '(?:improv|rais|boost|increas|strengthen|deepen|lift|accelerat|transform|reduc)(?:e|es|ed|ing|s)?';
/** "by 12", "by the end": how much or when, and not by what. */
const notByWhat = '(?!\\s+(?:\\d|half|the end|then|some|about|around|an? average))';

const followed = () => t('You could say “was followed by” or “went with”.');
const after = () => t('You could say “after” or “in the months of”.');
const whoDid = () => t('You could say who did what and when: “pupils asked more after …”.');
const seen = () => t('You could say what was seen, in whom, and how many.');

const phrases: readonly [pattern: string, instead: () => string][] = [
  ['caus(?:e|es|ed|ing)', followed],
  ['(?:lead|leads|led|leading) to', followed],
  ['result(?:s|ed|ing)? in', followed],
  ['(?:bring|brings|brought|bringing) about', followed],
  ['(?:give|gives|gave|giving) rise to', followed],
  ['contribut(?:e|es|ed|ing) to', followed],
  ['because of', after],
  ['due to', after],
  ['owing to', after],
  ['thanks to', after],
  ['on account of', after],
  ['as a (?:result|consequence)', after],
  ['consequently', after],
  ['(?:result|results|resulted|resulting) from', after],
  [`${grew}\\b.{0,60}?\\bby\\b${notByWhat}`, after],
  [`(?:make|makes|made|making) ${whom}`, whoDid],
  [`(?:get|gets|got|getting) ${whom} to`, whoDid],
  [
    `(?:help|helps|helped|helping|enabl(?:e|es|ed|ing)|allow(?:s|ed|ing)?|encourag(?:e|es|ed|ing)) ${whom}`,
    whoDid,
  ],
  [`(?<!\\b(?:pupils|children|teachers|readers|they|we) )${grew} (?:${whom}|(?:the|their|our)\\b)`, whoDid],
  ['responsible for', whoDid],
  ['(?:make|makes|made|making) (?:\\w+ ){0,2}(?:a )?difference', seen],
  [
    '(?:it|this|that|the programme|the program|coaching|the training) (?:improved|raised|boosted|increased|helped|changed|worked)',
    seen,
  ],
  ['(?:had|has|have) (?:an? |a \\w+ |\\w+ )?(?:effect|impact)', seen],
  ['(?:effects?|impacts?) (?:of|on)', seen],
  ['(?:was|were|is|are|proved) (?:very |highly )?effective', seen],
  ['prov(?:e|es|ed|en|ing)', seen],
];

const causal: readonly CausalPhrase[] = phrases.map(([pattern, instead]) => ({
  pattern: new RegExp(`\\b${pattern}\\b`, 'i'),
  instead,
}));

/** The first phrase of cause in a sentence, as it stands there, with what could be said instead. */
export function findCause(says: string): { found: string; instead: string } | undefined {
  const first = causal
    .flatMap(({ pattern, instead }) => {
      const match = pattern.exec(says);
      return match ? [{ found: match[0], at: match.index, instead }] : [];
    })
    .toSorted((a, b) => a.at - b.at)[0];
  return first && { found: first.found, instead: first.instead() };
}
