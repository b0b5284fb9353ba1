import { t, tn } from '#platform/i18n/i18n.ts';
import type { Protocol, ProtocolProblem } from '#features/evidence/index.ts';
import { occurrencesOf } from './picture.ts';

/** The parts of a protocol that are looked at beside each other. */
type Looked = Pick<Protocol, 'groupSize' | 'roles' | 'stages' | 'timing' | 'weeks'>;

/**
 * Where parts of a protocol do not go together, each with the way to it. A school may mean it so, and nothing is
 * refused for it.
 */
export const worthALook = (draft: Looked): ProtocolProblem[] => [
  ...sizeAndRoles(draft),
  ...rulesOfTime(draft),
  ...stepsTooLate(draft),
];

/** Of roles that are counted in the whole group; those of each partnership or school say nothing of its size. */
function sizeAndRoles({ groupSize: size, roles }: Looked): ProtocolProblem[] {
  const takingPart = roles.filter(({ part, per }) => part === 'participant' && per === 'programme');
  if (takingPart.length === 0) return [];
  const least = takingPart.reduce((sum, { min }) => sum + min, 0);
  const most = takingPart.reduce((sum, { max }) => sum + (max ?? Infinity), 0);
  return [
    ...(least > size.min
      ? [
          {
            path: 'groupSize',
            reason: tn(
              size.min,
              'one person is enough, and the roles of those who take part ask for at least {least}',
              '{n} people are enough, and the roles of those who take part ask for at least {least}',
              { least },
            ),
          },
        ]
      : []),
    ...(most < size.max
      ? [
          {
            path: 'groupSize',
            reason: tn(
              size.max,
              'it takes up to one person, and the roles of those who take part have room for {most}',
              'it takes up to {n} people, and the roles of those who take part have room for {most}',
              { most },
            ),
          },
        ]
      : []),
    ...roles.flatMap(({ title, max }, at) =>
      takingPart.includes(roles[at]!) && max !== null && max > size.max
        ? [
            {
              path: `roles[${at}].max`,
              reason: tn(
                max,
                '“{title}” may be held by one person, and the group takes {most} at most',
                '“{title}” may be held by {n} people, and the group takes {most} at most',
                { title, most: size.max },
              ),
            },
          ]
        : [],
    ),
  ];
}

/** Rules of how many meetings or weeks, beside the steps as they are laid out, repeats counted. */
function rulesOfTime({ timing, stages }: Looked): ProtocolProblem[] {
  const all = occurrencesOf({ stages });
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  const meetings = all.filter(({ step }) => step.kind === 'meeting').length;
  const weeks = last.week - first.week + 1;
  return timing.flatMap(({ words, rule }, at) => {
    if (rule?.of !== 'meetings' && rule?.of !== 'weeks') return [];
    const is = rule.of === 'meetings' ? meetings : weeks;
    if (is >= (rule.min ?? -Infinity) && is <= (rule.max ?? Infinity)) return [];
    const laidOut =
      rule.of === 'meetings'
        ? tn(is, 'the steps hold one meeting', 'the steps hold {n} meetings')
        : tn(is, 'the steps go over one week', 'the steps go over {n} weeks');
    return [{ path: `timing[${at}]`, reason: t('“{words}” But {laidOut}', { words, laidOut }) }];
  });
}

/** Steps that begin when the protocol is over. Weeks of steps are counted from 0. */
const stepsTooLate = ({ stages, weeks }: Looked): ProtocolProblem[] =>
  stages.flatMap(({ steps }, s) =>
    steps.flatMap(({ week }, n) =>
      week + 1 > weeks
        ? [
            {
              path: `stages[${s}].steps[${n}].week`,
              reason: tn(
                weeks,
                'it stands in week {week}, and the protocol takes one week',
                'it stands in week {week}, and the protocol takes {n} weeks',
                { week: week + 1 },
              ),
            },
          ]
        : [],
    ),
  );
