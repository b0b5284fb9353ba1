import { z } from 'zod';
import { CatalogueError } from './catalogue-error.ts';
import { type ClipForm, ClipFormFile, withParts } from './clip-form.schema.ts';
import { CoachingGuide } from './coaching-guide.schema.ts';
import { AttendanceList } from './attendance-codes.schema.ts';
import { ConsentPurpose } from './consent-purposes.schema.ts';
import { DesignCheck, LinkSet } from './design-check.schema.ts';
import { Agenda, ClaimLabels, Form, RivalExplanations } from './form.schema.ts';
import { Framework } from './framework.schema.ts';
import { InductionGuide } from './induction.schema.ts';
import { Instrument } from './instrument.schema.ts';
import { FeatureTable, LedgerEntry, LevelAccount, Review } from './ledger.schema.ts';
import type { Level } from './ledger.schema.ts';
import { PlanTemplate } from './plan-template.schema.ts';
import { ResourceMarks } from './resource-marks.schema.ts';
import { PlanningGuide } from './planning.schema.ts';
import { Protocol } from './protocol.schema.ts';
import { catalogueReader } from './read-files.ts';
import { referenceProblems } from './references.ts';
import { Relationship, RelationshipKind } from './relationship.schema.ts';
import { Purpose, Role } from './roles.schema.ts';
import { Rubric } from './rubric.schema.ts';
import { SourceDocument } from './source.schema.ts';
import { TagSet } from './tag-set.schema.ts';
import { TeachingEvidence } from './teaching-evidence.schema.ts';
import { Technique } from './technique.schema.ts';

export { CatalogueError } from './catalogue-error.ts';
export type { Condition, DesignFacts, FactName } from './condition.schema.ts';
export type { AttendanceList } from './attendance-codes.schema.ts';
export type { ConsentPurpose } from './consent-purposes.schema.ts';
export type { DesignCheck, FindingGroup, Link, LinkSet } from './design-check.schema.ts';
export type { Acts, Agenda, ClaimLabels, Form, FormPart, RivalExplanations } from './form.schema.ts';
export type { Framework, FrameworkItem } from './framework.schema.ts';
export type {
  Direction,
  Evidence,
  Feature,
  FeatureTable,
  Figure,
  LedgerEntry,
  Level,
  LevelAccount,
  Review,
  Strength,
} from './ledger.schema.ts';
export type { Ingredient, Protocol, ProtocolStep } from './protocol.schema.ts';
export type { Place, Purpose, Role } from './roles.schema.ts';
export type { DocumentMark, Source, SourceDocument } from './source.schema.ts';

/** Everything in `catalogue/`, read once at start and never changed while running. */
export interface Catalogue {
  readonly documents: readonly SourceDocument[];
  readonly reviews: readonly Review[];
  /** What programme, form and mechanism mean, and the bar each must meet. */
  readonly levels: readonly LevelAccount[];
  readonly programmes: readonly LedgerEntry[];
  /** Forms of professional development (instructional coaching and others), not forms one fills in. */
  readonly developmentForms: readonly LedgerEntry[];
  readonly mechanisms: readonly LedgerEntry[];
  readonly features: FeatureTable;
  readonly links: LinkSet;
  /** The national standard, the ten features, the checklists. */
  readonly frameworks: readonly Framework[];
  readonly designChecks: readonly DesignCheck[];
  readonly protocols: readonly Protocol[];
  readonly forms: readonly Form[];
  readonly agendas: readonly Agenda[];
  readonly rivalExplanations: RivalExplanations;
  readonly claimLabels: ClaimLabels;
  readonly roles: readonly Role[];
  readonly purposes: readonly Purpose[];
  /** Mentoring, specialist coaching and co-coaching, in this order. */
  readonly relationships: readonly Relationship[];
  /** What the three share: attributes, dialogue, pulse, preparation, goals and steps. */
  readonly coaching: CoachingGuide;
  readonly induction: InductionGuide;
  readonly techniques: readonly Technique[];
  /** For the planner of mentoring and coaching, the audit of cycles and the collection of agreements. */
  readonly planning: PlanningGuide;
  /** What an observer writes with. They describe; none of them judges. */
  readonly instruments: readonly Instrument[];
  /** What families are asked about pupils, in the order in which it is asked. */
  readonly consentPurposes: readonly ConsentPurpose[];
  /** Headings under which teachers plan. */
  readonly planTemplates: readonly PlanTemplate[];
  readonly resourceMarks: ResourceMarks;
  /** Lists of attendance codes with what each means. */
  readonly attendanceLists: readonly AttendanceList[];
  /** Sets of tags for notes on time; none judges. */
  readonly tagSets: readonly TagSet[];
  /** What one writes about a clip, in parts. */
  readonly clipForms: readonly ClipForm[];
  /** Formative rubrics: words to talk with, no numbers. */
  readonly rubrics: readonly Rubric[];
  /** The seven sources of evidence on teaching, never combined. */
  readonly teachingEvidence: TeachingEvidence;
}

const FormFile = z.discriminatedUnion('kind', [Form, Agenda, RivalExplanations, ClaimLabels]);

const entriesOf = (level: Level) =>
  z.array(LedgerEntry.refine((entry) => entry.level === level, `only entries of the level ${level} go here`));

/**
 * Reads and checks the whole catalogue, in a few milliseconds. Every file is validated and every reference
 * followed; the result is frozen all the way down.
 * Throws `CatalogueError`, naming file, place in the file and reason.
 * @param folder the `catalogue/` of the installation
 * @param schoolFolder a school's own additions in the same layout; they add, and never replace
 */
export function loadCatalogue(folder: string, schoolFolder?: string): Catalogue {
  const read = catalogueReader(folder, schoolFolder);
  const formFiles = read.each('forms', FormFile);
  const protocols = read.each('protocols', Protocol);
  const catalogue: Catalogue = {
    documents: read.one('sources.json', z.array(SourceDocument)),
    reviews: read.list('evidence/reviews.json', z.array(Review)),
    levels: read.one('evidence/levels.json', z.array(LevelAccount).length(3)),
    programmes: read.list('evidence/programmes.json', entriesOf('programme')),
    developmentForms: read.list('evidence/forms.json', entriesOf('form')),
    mechanisms: read.list('evidence/mechanisms.json', entriesOf('mechanism')),
    features: read.one('evidence/features.json', FeatureTable),
    links: read.one('evidence/links.json', LinkSet),
    frameworks: [
      read.one('evidence/standard.json', Framework),
      read.one('evidence/ten-features.json', Framework),
      ...read.list('evidence/checklists.json', z.array(Framework)),
    ],
    designChecks: read.list('design-checks.json', z.array(DesignCheck)),
    protocols,
    forms: formFiles.filter((file) => file.kind === 'form'),
    agendas: formFiles.filter((file) => file.kind === 'agenda'),
    rivalExplanations: read.one('forms/rival-explanations.json', RivalExplanations),
    claimLabels: read.one('forms/claim-labels.json', ClaimLabels),
    roles: read.one('roles.json', z.array(Role)),
    purposes: read.one('purposes.json', z.array(Purpose)),
    relationships: RelationshipKind.options.map((kind) =>
      read.one(
        `relationships/${kind}.json`,
        Relationship.refine(({ id }) => id === kind, `has to be ${kind}`),
      ),
    ),
    coaching: read.one('coaching.json', CoachingGuide),
    induction: read.one('induction.json', InductionGuide),
    techniques: read.each('techniques', Technique),
    instruments: read.each('instruments', Instrument),
    planning: read.one('planning.json', PlanningGuide),
    consentPurposes: read.list('consent-purposes.json', z.array(ConsentPurpose)),
    planTemplates: read.list('plan-templates.json', z.array(PlanTemplate)),
    resourceMarks: read.one('resource-marks.json', ResourceMarks),
    attendanceLists: read.each('attendance-codes', AttendanceList),
    tagSets: read.each('tag-sets', TagSet),
    clipForms: read.each('clip-forms', ClipFormFile).map((form) => withParts(form, protocols)),
    rubrics: read.each('rubrics', Rubric),
    teachingEvidence: read.one('teaching-evidence.json', TeachingEvidence),
  };
  const problems = referenceProblems(catalogue);
  if (problems.length > 0) throw new CatalogueError(problems);
  return deepFreeze(catalogue);
}

/**
 * The item with this id. Throws when there is none: ids in code are written by hand, and a wrong one is
 * a mistake to be found at once.
 */
export function byId<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const found = items.find((item) => item.id === id);
  if (!found)
    throw new Error(`The catalogue has no "${id}" here. There are: ${items.map((i) => i.id).join(', ')}.`);
  return found;
}

/** The item with this id, when there is one: for an id that came from outside. */
export const byIdOrNone = <T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
): T | undefined => items.find((item) => item.id === id);

/** The programme, form or mechanism with this id, whichever it is; `undefined` when there is none. */
export function ledgerEntry(catalogue: Catalogue, id: string): LedgerEntry | undefined {
  return [...catalogue.programmes, ...catalogue.developmentForms, ...catalogue.mechanisms].find(
    (entry) => entry.id === id,
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const child of Object.values(value)) deepFreeze(child);
    Object.freeze(value);
  }
  return value;
}
