import { Refused } from '#platform/errors.ts';
import type { Wrong } from '#platform/http/route.ts';
import { choice, day, line, optionalProse, prose } from '#platform/http/input.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { comparisons, type EvaluatedProgramme, type Plan } from './evaluation.ts';
import { earliestDelayed, type MomentDates, moments } from './moments.ts';

/** The fields of the plan, in the order in which one plans backwards from the pupils. */
export const planInput = {
  pupils: prose('Say which pupils this is for.', 2000),
  learning: prose('Say what their learning should look like.', 4000),
  noticing: prose('Say how you would notice.', 4000),
  whoMeasures: line('Say who measures and writes the figures down.', 300),
  comparison: choice(comparisons, 'Choose what there is to compare with.'),
  comparisonAbout: optionalProse(2000),
  baseline: day('Choose the day of the start.'),
  middle: day('Choose the day of the middle.'),
  end: day('Choose the day of the end.'),
  delayed: day('Choose the later day.'),
};

type Sent = Omit<Plan, 'dates'> & MomentDates;

/** What was sent as a plan. Throws `Refused` where the dates do not follow one another as they must. */
export function readPlan(sent: Sent, { terms }: Pick<EvaluatedProgramme, 'terms'>): Plan {
  const { baseline, middle, end, delayed, ...rest } = sent;
  const dates = { baseline, middle, end, delayed };
  const wrong = wrongPlan(sent);
  const earliest = earliestDelayed(end, terms);
  if (!wrong.delayed && delayed < earliest)
    wrong.delayed = t('Leave a whole term after the end, to see what lasted: {day} or later.', {
      day: formatDate(earliest),
    });
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return { ...rest, dates };
}

/** What its fields lack together, out of those that could be read. */
export function wrongPlan(sent: Partial<Sent>): Wrong {
  const wrong: Wrong = {};
  moments.forEach((moment, index) => {
    const [day, before] = [sent[moment], sent[moments[index - 1] ?? moment]];
    if (index > 0 && day !== undefined && before !== undefined && day <= before)
      wrong[moment] = t('This must come after {day}.', { day: formatDate(before) });
  });
  if (sent.comparison !== undefined && sent.comparison !== 'none' && sent.comparisonAbout === '')
    wrong.comparisonAbout = t('Say who they are, and how they are like your pupils and unlike them.');
  return wrong;
}

/** A plan as the fields of its form. */
export const planValues = ({ dates, ...rest }: Plan): Sent => ({ ...rest, ...dates });

/** A plan in words, field by field: for what is kept of each version and for two texts side by side. */
export const planTexts = (plan: Plan): { name: keyof Sent; label: string; text: string }[] => [
  { name: 'pupils', label: t('Which pupils'), text: plan.pupils },
  { name: 'learning', label: t('What their learning should look like'), text: plan.learning },
  { name: 'noticing', label: t('How we would notice'), text: plan.noticing },
  { name: 'whoMeasures', label: t('Who measures'), text: plan.whoMeasures },
  { name: 'comparison', label: t('Compared with'), text: plan.comparison },
  { name: 'comparisonAbout', label: t('About the comparison'), text: plan.comparisonAbout },
  ...moments.map((moment) => ({ name: moment, label: moment, text: plan.dates[moment] })),
];
