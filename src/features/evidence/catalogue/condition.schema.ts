import { z } from 'zod';

/** A number of minutes, weeks, people: whole or not, never below nothing. `null`: nobody has said. */
const amount = (says: string) => z.number().min(0).nullable().describe(says);
const yesNo = (says: string) => z.boolean().nullable().describe(says);
const names = (says: string) => z.array(z.string()).describe(says);

/**
 * What a design says about itself, as flat facts. The designer works these out from the plan; the checks
 * only read them. A fact nobody has stated is `null` and makes no comparison true, so a check that should
 * speak up about silence asks `is: 'unknown'`, or `not-true` (false or unknown).
 * Minutes are totals for one teacher over the whole programme unless the fact says otherwise.
 */
export const DesignFacts = z.strictObject({
  // length
  weeks: amount('teaching weeks from first to last step'),
  terms: amount(
    'length in terms: teaching weeks over the weeks of a term there; under 1 is less than a term',
  ),
  cycles: amount('cycles of learning: 1, or 2 when goals are refined and tried again'),
  sessions: amount('occasions on which people meet for input, of any length'),
  // the strands
  specialistMinutes: amount('minutes with specialist input: workshops, modelling, observation, feedback'),
  peerMinutes: amount('minutes of peer support in pairs or small groups'),
  practiceMinutes: amount('minutes set aside for trying out and preparing to try out'),
  pupilEvidenceMinutes: amount('minutes spent gathering or discussing evidence from pupils'),
  specialistShareFirstThird: amount(
    'share, 0 to 1, of led minutes in the first third that a specialist leads',
  ),
  specialistShareLastThird: amount('the same share in the last third'),
  // what happens
  kindsOfActivity: amount(
    'different kinds of step in which people learn; questions, measures and agreements apart',
  ),
  tryouts: amount('times each teacher tries something in class'),
  modellingSteps: amount('steps in which the approach is shown in use'),
  rehearsals: amount('steps that rehearse a technique away from pupils'),
  modelledBeforeRehearsal: yesNo('every rehearsal comes after a step that shows the technique in use'),
  peerObservations: amount('times each teacher is observed by a partner'),
  specialistObservations: amount('times each teacher is observed by a specialist'),
  meetings: amount('planned meetings for discussion'),
  meetingsWithEvidence: amount('planned meetings whose agenda brings evidence from classrooms'),
  consolidationMinutes: amount('minutes set aside to put learning in order, in the school day'),
  revisits: amount('steps that return to a technique after at least two weeks'),
  peerAssessments: amount('steps in which teachers assess progress with one another'),
  handOvers: amount('steps that hand leading from the specialist to the teachers'),
  onCallDays: amount('days on which a specialist can be asked between sessions'),
  actionStepsAtOnce: amount('most action steps a teacher works on at one time'),
  // starting from teachers and pupils
  pupilGroupNamed: yesNo('the plan names the pupils it is for, or asks each teacher to name theirs'),
  outcomeMeasures: amount('measures of what pupils learn or do'),
  baseline: yesNo('pupils’ starting point is recorded before the work begins'),
  endMeasure: yesNo('a step measures pupils again once the last try-out has been'),
  formativeChecks: amount('times pupil evidence is looked at before the end'),
  delayed: yesNo('a look again some time after the programme has ended'),
  startingPointsStep: yesNo('teachers’ own starting points are asked for before the first input'),
  focusMenu: yesNo('teachers choose and refine a focus from a menu'),
  agreementStep: yesNo('partners write and sign a learning agreement'),
  participation: z
    .enum(['chosen', 'required', 'mixed'])
    .nullable()
    .describe('whether teachers choose to join'),
  // content
  subjectSpecific: yesNo('the content is about teaching a subject, or has time to carry it into one'),
  rationaleGiven: yesNo('the plan says why the approach should help, in terms of how pupils learn'),
  materialsGiven: yesNo('there are materials that carry the approach: lessons, resources, examples'),
  sharesExistingPracticeOnly: yesNo('people share what they do already, with nothing new brought in'),
  dutyOrCompliance: yesNo('the purpose is a legal duty or compliance, and it is labelled so'),
  statesHowItLeadsToPractice: yesNo('the plan says how the objective would change what teachers do'),
  checksPriorKnowledge: yesNo('sessions ask what people know already'),
  methodsHaveEvidence: yesNo('the plan says what evidence stands behind the methods it brings'),
  taughtByItsOwnMethod: yesNo('sessions use the methods they introduce'),
  beliefsQuestioned: yesNo('people are helped to question what they believe about teaching and pupils'),
  examplesPerTechnique: amount('examples shown of each technique'),
  // people and place
  attendeesPerSchool: amount('fewest people who take part from any one school'),
  groupSize: amount('people in a partnership'),
  cascade: yesNo('those who attend are expected to pass it on to colleagues who did not'),
  leadersTakePart: yesNo('senior leaders take part as learners'),
  leadersEndorse: yesNo('a senior leader has said they back it'),
  inPersonMinutes: amount('minutes with people in one room'),
  onlineMinutes: amount('minutes online, live or alone'),
  inSchoolDayMinutes: amount('minutes inside the school day'),
  outsideSchoolDayMinutes: amount('minutes outside the school day'),
  coverArranged: yesNo('cover is arranged for steps that fall in lessons, or none is needed'),
  // fit with everything else
  priorityLinked: yesNo('linked to a priority of the school or team'),
  workloadEstimated: yesNo('the total time was looked at with some of those who will take part'),
  replacesSomething: yesNo('the plan says what stops or shrinks to make room'),
  otherInitiatives: amount('other initiatives the same teachers take part in over the same weeks'),
  technicalNeeds: yesNo('it depends on equipment or software that must be tried first'),
  technicalCheckDone: yesNo('that equipment or software has been tried where it will be used'),
  riskCount: amount('risks written down'),
  outsideProvider: yesNo('a provider or specialist from outside leads part of it'),
  removedIngredients: names('titles of steps the template marks as ingredients and this design took out'),
});
export type DesignFacts = z.infer<typeof DesignFacts>;
export type FactName = keyof DesignFacts;

const factNames = Object.keys(DesignFacts.shape) as [FactName, ...FactName[]];

/** One comparison. `value` compares an amount with a constant, `than` with another fact. */
const Comparison = z.discriminatedUnion('is', [
  z
    .strictObject({
      fact: z.enum(factNames),
      is: z.enum(['<', '<=', '>', '>=', '=']),
      value: z.number().optional(),
      than: z.enum(factNames).optional(),
    })
    .refine(
      ({ value, than }) => (value === undefined) !== (than === undefined),
      'needs either value or than',
    ),
  z.strictObject({
    fact: z.enum(factNames),
    is: z.literal('one-of'),
    value: z.array(z.string()).min(1),
  }),
  z.strictObject({
    fact: z.enum(factNames),
    is: z.enum(['true', 'false', 'not-true', 'unknown', 'known', 'empty', 'not-empty']),
  }),
]);
export type Comparison = z.infer<typeof Comparison>;

/** When something is so: a comparison, or all, any or none of several conditions. */
export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { none: Condition[] };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Comparison,
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ none: z.array(Condition).min(1) }),
  ]),
);
