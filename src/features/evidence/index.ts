import type { Feature } from '#platform/http/feature.ts';
import { checklistsPage } from './checklists.page.ts';
import { entryPage } from './entry.page.ts';
import { ledgerPage } from './ledger.page.ts';

export { byId, byIdOrNone, type Catalogue, ledgerEntry } from './catalogue/catalogue.ts';
export type { Condition, DesignFacts, FactName } from './catalogue/condition.schema.ts';
export {
  evaluateDesign,
  type Finding,
  type IngredientReading,
  type IngredientState,
  inOrderOfBearing,
  readIngredients,
} from './catalogue/evaluate-design.ts';
export type {
  AttendanceCategory,
  AttendanceList,
  NationalCode,
} from './catalogue/attendance-codes.schema.ts';
export type { ConsentPurpose } from './catalogue/consent-purposes.schema.ts';
export type { DesignCheck } from './catalogue/design-check.schema.ts';
export type { Agenda, Form } from './catalogue/form.schema.ts';
export type { Instrument, InstrumentKind, InstrumentPart } from './catalogue/instrument.schema.ts';
export type { Evidence } from './catalogue/ledger.schema.ts';
export {
  type Ingredient,
  type MembershipRule,
  Protocol,
  type ProtocolRole,
  type ProtocolStage,
  type ProtocolStep,
  StepKind,
  StepLead,
  StepMode,
  Strand,
  type TimingRule,
  Writing,
  type WritingSection,
} from './catalogue/protocol.schema.ts';
export type { ProtocolProblem } from './catalogue/protocol-problems.ts';
export { idsIn, readProtocol } from './catalogue/read-protocol.ts';
export type { RelationshipPrompt } from './catalogue/relationship.schema.ts';
export type { Source } from './catalogue/source.schema.ts';
export type { ClipForm } from './catalogue/clip-form.schema.ts';
export { type Rubric, type RubricRow, TeachingDomain } from './catalogue/rubric.schema.ts';
export type { Tag, TagSet } from './catalogue/tag-set.schema.ts';
export type { EvidenceSource, OwnEvidence } from './catalogue/teaching-evidence.schema.ts';
export { crossLink, crossLinks } from './cross-links.ts';
export { factsOf } from './facts-of.ts';
export { evidenceList, sourceLine } from './evidence.view.ts';
export { catalogue } from './read-catalogue.ts';
export {
  clipFormOf,
  clipForms,
  rubricOf,
  rubrics,
  tagSetOf,
  tagSets,
  teachingEvidence,
} from './recording-lookups.ts';

/** The evidence ledger and the checklists drawn from it, for any member of staff to browse. */
export const evidence: Feature = {
  name: 'evidence',
  place: 'learning',
  routes: [ledgerPage, checklistsPage, entryPage],
};
