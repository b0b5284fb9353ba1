// Written by `npm run schema` from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export interface AbsenceTellingTable {
  owner_id: string;
  pupil_id: string;
  on_date: string;
  told_by: string;
  told_at: Date;
  taken_back_at: Date | null;
}

export interface AbsenceTextTable {
  owner_id: string;
  id: string;
  pupil_id: string;
  adult_id: string;
  on_date: string;
  number: string;
  words: string;
  state: string;
  answer: string;
  attempts: number;
  created_at: Date;
  sent_at: Date | null;
}

export interface AbsenceTryTable {
  owner_id: string;
  id: string;
  pupil_id: string;
  on_date: string;
  adult_id: string | null;
  how: string;
  outcome: string;
  tried_by: string;
  tried_at: Date;
  ended_at: Date | null;
}

export interface AccessEpochTable {
  owner_id: string;
  epoch: number;
}

export interface AccessLogTable {
  owner_id: string;
  id: string;
  item_id: string;
  item_kind: string;
  subject_id: string;
  reader_id: string;
  purpose: string;
  manner: string;
  at: Date;
  hidden_until: Date | null;
}

export interface AccessOverrideTable {
  owner_id: string;
  id: string;
  item_id: string;
  organisation_id: string;
  reader_id: string;
  reason: string;
  asked_at: Date;
  agreed_by: string | null;
  agreed_at: Date | null;
  expires_at: Date | null;
  tell_owner: boolean;
}

export interface ActionStepTable {
  owner_id: string;
  id: string;
  cycle_id: string;
  position: number;
  words: string;
  where_tried: string;
  beyond: string;
  seen_first: boolean | null;
  rehearsed_at: Date | null;
  rehearsed_how: string | null;
  tried_on: string | null;
  tried_words: string;
  revisit_on: string | null;
  revisited_at: Date | null;
  revisited_how: string | null;
  revisited_words: string;
  version: number;
  created_at: Date;
  updated_at: Date;
  ended_at: Date | null;
}

export interface AffiliationTable {
  owner_id: string;
  organisation_id: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface AgreementTable {
  owner_id: string;
  id: string;
  programme_id: string;
  form_version: number;
  proposal: string;
  answers: ColumnType<unknown, string, string>;
  version: number;
  written_by: string;
  written_at: Date;
  in_force_version: number | null;
  in_force_at: Date | null;
  review_on: string | null;
  review_round: number;
  observed_at: Date | null;
  created_at: Date;
  closed_at: Date | null;
}

export interface AgreementFeatureNoteTable {
  owner_id: string;
  id: string;
  feature: string;
  how: ColumnType<unknown, string, string>;
  noticed: string;
  wanted: string;
  version: number;
  written_by: string;
  written_at: Date;
}

export interface AgreementFormTable {
  owner_id: string;
  version: number;
  parts: ColumnType<unknown, string, string>;
  changed_by: string | null;
  changed_at: Date;
}

export interface AgreementOfferTable {
  owner_id: string;
  id: string;
  agreement_id: string;
  parts: ColumnType<unknown, string, string>;
  version: number;
  written_by: string;
  written_at: Date;
  given_as: string | null;
  given_at: Date | null;
}

export interface AgreementOfferAnswerTable {
  owner_id: string;
  offer_id: string;
  person_id: string;
  says_yes: boolean | null;
  answered_at: Date | null;
}

export interface AgreementPartyTable {
  owner_id: string;
  agreement_id: string;
  person_id: string;
  asked_at: Date;
  answer: string | null;
  answered_at: Date | null;
  why: Generated<string>;
  left_at: Date | null;
}

export interface AgreementReviewTable {
  owner_id: string;
  id: string;
  agreement_id: string;
  round: number;
  version: number;
  keep: string;
  change: string;
  written_by: string;
  written_at: Date;
}

export interface AgreementSignatureTable {
  owner_id: string;
  agreement_id: string;
  version: number;
  person_id: string;
  signed_at: Date;
}

export interface AgreementTaskTable {
  owner_id: string;
  id: string;
  agreement_id: string;
  key: string;
  title: string;
  person_id: string | null;
  due_on: string | null;
  created_at: Date;
  changed_at: Date;
  done_at: Date | null;
  ended_at: Date | null;
}

export interface AppointmentTable {
  owner_id: string;
  id: string;
  person_id: string;
  role: string;
  unit_id: string | null;
  starts_on: string;
  ends_on: string | null;
  appointed_by: string | null;
  created_at: Date;
  ended_at: Date | null;
}

export interface AppraisalSettingTable {
  owner_id: string;
  coaching_first: boolean;
  version: number;
  changed_by: string;
  changed_at: Date;
}

export interface AppraisalTargetTable {
  owner_id: string;
  id: string;
  person_id: string;
  year: string;
  wording: string;
  looks_like: string;
  version: number;
  written_at: Date;
  person_agreed: number | null;
  person_agreed_at: Date | null;
  manager_agreed: number | null;
  manager_agreed_at: Date | null;
  manager_id: string | null;
}

export interface AttendanceTable {
  owner_id: string;
  step_id: string;
  person_id: string;
  state: string;
  marked_by: string;
  marked_at: Date;
}

export interface AttendanceCodeTable {
  owner_id: string;
  id: string;
  symbol: string;
  name: string;
  list: string;
  national: string;
  category: string;
  usual: boolean;
  position: number;
  version: number;
  created_at: Date;
  ended_at: Date | null;
}

export interface AttendanceNoteTable {
  owner_id: string;
  id: string;
  pupil_id: string;
  words: string;
  look_again_on: string | null;
  outcome: string;
  written_by: string;
  changed_by: string;
  changed_at: Date;
  version: number;
  created_at: Date;
  ended_at: Date | null;
}

export interface AttendanceSettingsTable {
  owner_id: string;
  list_at: string;
  accounted_by: string;
  threshold: number;
  letter: string;
  online: boolean;
  texts_to: string;
  texts_on: boolean;
  version: number;
}

export interface AudienceTable {
  owner_id: string;
  id: string;
  key: string;
  created_at: Date;
}

export interface AudienceGrantTable {
  owner_id: string;
  audience_id: string;
  principal: string;
  ability: string;
}

export interface BehaviourCategoryTable {
  owner_id: string;
  id: string;
  tone: string;
  name: string;
  about: string;
  sign: string;
  points: number | null;
  position: number;
  version: number;
  created_at: Date;
  ended_at: Date | null;
}

export interface BehaviourEventTable {
  owner_id: string;
  id: string;
  batch_id: string;
  pupil_id: string;
  category_id: string;
  tone: string;
  points: number | null;
  happened_on: string;
  happened_at: string | null;
  place: string;
  unit_id: string | null;
  words: string;
  seen: string;
  looked_by: string | null;
  looked_at: Date | null;
  written_by: string;
  version: number;
  created_at: Date;
  ended_at: Date | null;
}

export interface BehaviourFollowUpTable {
  owner_id: string;
  id: string;
  pupil_id: string;
  kind: string;
  about: string[];
  words: string;
  on_date: string;
  starts_at: string;
  minutes: number;
  place: string;
  supervisor_id: string | null;
  told_how: string;
  told_on: string | null;
  state: string;
  moved_from: string | null;
  outcome: string;
  put_right: boolean;
  planned_by: string;
  version: number;
  created_at: Date;
}

export interface BehaviourHelpNoteTable {
  owner_id: string;
  id: string;
  pupil_id: string;
  words: string;
  shared: boolean;
  written_by: string;
  version: number;
  created_at: Date;
  changed_at: Date;
  ended_at: Date | null;
}

export interface BehaviourReplyTable {
  owner_id: string;
  id: string;
  event_id: string;
  written_by: string;
  words: string;
  version: number;
  created_at: Date;
  changed_at: Date;
  ended_at: Date | null;
}

export interface BehaviourRewardTable {
  owner_id: string;
  id: string;
  name: string;
  words: string;
  counts: string;
  needed: number;
  span: string;
  version: number;
  created_at: Date;
  ended_at: Date | null;
}

export interface BehaviourRewardGivenTable {
  owner_id: string;
  id: string;
  reward_id: string;
  pupil_id: string;
  since: string;
  name: string;
  words: string;
  given_by: string;
  given_on: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface BehaviourSettingsTable {
  owner_id: string;
  promise: string;
  notice_hours: number;
  class_totals: boolean;
  version: number;
}

export interface BookingTable {
  owner_id: string;
  id: string;
  room_id: string;
  on_date: string;
  starts_at: string;
  ends_at: string;
  how_many: number;
  purpose: string;
  booked_by: string;
  series_id: string | null;
  agreed_at: Date | null;
  agreed_by: string | null;
  version: number;
  created_at: Date;
  ended_at: Date | null;
  ended_by: string | null;
  ended_why: string | null;
}

export interface BrokeredSupportTable {
  owner_id: string;
  id: string;
  coaching_id: string;
  what: string;
  who: string;
  link: string;
  by_on: string | null;
  offered_by: string;
  offered_at: Date;
  state: string;
  came_of_it: string;
  version: number;
  updated_at: Date;
  ended_at: Date | null;
}

export interface CircleTable {
  owner_id: string;
  id: string;
  kind: string;
  name: string;
  excludes_managers: boolean;
  created_at: Date;
  ended_at: Date | null;
}

export interface CircleMemberTable {
  owner_id: string;
  id: string;
  circle_id: string;
  person_id: string;
  part: string;
  starts_at: Date;
  ends_at: Date | null;
}

export interface ClassDoorTable {
  code: string;
  owner_id: string;
  unit_id: string;
  made_at: Date;
}

export interface ClosureTable {
  owner_id: string;
  id: string;
  kind: string;
  name: string;
  starts_on: string;
  ends_on: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface CoachingTable {
  owner_id: string;
  id: string;
  pairing_id: string;
  asked_words: string;
  answers: ColumnType<unknown, string, string>;
  version: number;
  written_by: string;
  written_at: Date;
  in_force_version: number | null;
  in_force_at: Date | null;
  look_again_on: string | null;
}

export interface CoachingCycleTable {
  owner_id: string;
  id: string;
  organisation_id: string;
  pairing_id: string;
  number: number;
  goal: string;
  pupils: string;
  looks: string;
  adjusts: string;
  version: number;
  begun_at: Date;
  updated_at: Date;
  came_of_it: string;
  finished_at: Date | null;
}

export interface CoachingMeetingTable {
  owner_id: string;
  id: string;
  pairing_id: string;
  kind: string;
  on_date: string;
  starts_at: string | null;
  minutes: number;
  place: string;
  in_school_day: boolean;
  protected: boolean;
  cover_minutes: number;
  booked_by: string;
  booked_at: Date;
  changed_at: Date;
  held_at: Date | null;
  held_by: string | null;
  held_minutes: number | null;
  own_lesson: boolean | null;
  practised: boolean | null;
  called_off_at: Date | null;
  version: number;
}

export interface CoachingOfferTable {
  owner_id: string;
  person_id: string;
  kinds: string[];
  about: string;
  subjects: string;
  phases: string;
  place: string;
  places: number;
  open: boolean;
  version: number;
  updated_at: Date;
}

export interface CoachingPreparedTable {
  owner_id: string;
  person_id: string;
  module: string;
  done_at: Date;
}

export interface CoachingSettingTable {
  owner_id: string;
  contact: string;
  pulse_weeks: number;
  hour_cost: number | null;
  cover_cost: number | null;
  version: number;
  updated_by: string;
  updated_at: Date;
}

export interface CoachingSignatureTable {
  owner_id: string;
  coaching_id: string;
  version: number;
  person_id: string;
  signed_at: Date;
}

export interface CollectedAgreementTable {
  owner_id: string;
  id: string;
  came: string;
  title: string;
  comes_from: string;
  parts: ColumnType<unknown, string, string>;
  added_at: Date;
  ended_at: Date | null;
}

export interface CommitmentTable {
  owner_id: string;
  id: string;
  programme_id: string;
  step_id: string;
  person_id: string;
  trying: string;
  pupils: string;
  due_on: string;
  version: number;
  made_at: Date;
  ended_at: Date | null;
  outcome: string | null;
  report: string;
  reported_step_id: string | null;
  reported_at: Date | null;
  beyond: Generated<string>;
}

export interface ConcernTable {
  owner_id: string;
  id: string;
  pupil_id: string | null;
  about: string;
  saw: string;
  said: string;
  place: string;
  happened_on: string;
  happened_at: string | null;
  danger: boolean;
  told_whom: string;
  look_by: Date;
  passed_on_at: Date | null;
  seen_by: string | null;
  seen_at: Date | null;
  review_on: string | null;
  closed_at: Date | null;
  created_at: Date;
}

export interface ConcernEntryTable {
  owner_id: string;
  id: string;
  concern_id: string;
  kind: string;
  text: string;
  whom: string;
  on_date: string;
  other_id: string | null;
  written_by: string;
  created_at: Date;
}

export interface ConcernPrintTable {
  owner_id: string;
  id: string;
  pupil_id: string;
  printed_by: string;
  reason: string;
  printed_at: Date;
}

export interface ConcernSettingsTable {
  owner_id: string;
  roles: string[];
  hours: number;
  opens_at: string;
  closes_at: string;
  version: number;
  changed_by: string;
  changed_at: Date;
}

export interface ConsentTable {
  owner_id: string;
  id: string;
  person_id: string;
  purpose: string;
  answer: string;
  given_by: string;
  how: string;
  given_on: string;
  until: string | null;
  recorded_by: string;
  batch_id: string;
  created_at: Date;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_word: string | null;
  ended_at: Date | null;
  ended_by_batch: string | null;
}

export interface ConsentRoundTable {
  owner_id: string;
  id: string;
  purposes: string[];
  answer_by: string;
  until: string;
  asked_by: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface ConsentSaidTable {
  owner_id: string;
  id: string;
  round_id: string;
  pupil_id: string;
  adult_id: string;
  purpose: string;
  answer: string;
  said_at: Date;
}

export interface ContactPhoneTable {
  owner_id: string;
  id: string;
  person_id: string;
  number: string;
  label: string;
  position: number;
  written_by: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface ContactSheetTable {
  owner_id: string;
  id: string;
  unit_id: string | null;
  printed_by: string;
  reason: string;
  pupils: number;
  printed_at: Date;
}

export interface ContactVersionTable {
  owner_id: string;
  relation_id: string;
  version: number;
  relationship: string | null;
  told: string[];
  called_in: number | null;
  not_called: Generated<boolean>;
  lives_with: boolean | null;
  responsibility: boolean | null;
  restriction: string | null;
  restriction_from: string | null;
  restriction_until: string | null;
  changed_by: string;
  changed_at: Date;
}

export interface ContributionTable {
  owner_id: string;
  id: string;
  step_id: string;
  section: string;
  text: string;
  author_id: string | null;
  version: number | null;
  written_at: Date | null;
}

export interface ContributionGivenTable {
  owner_id: string;
  step_id: string;
  person_id: string;
}

export interface ConversationTable {
  owner_id: string;
  id: string;
  coaching_id: string;
  meeting_id: string | null;
  on_date: string;
  begun_by: string;
  begun_at: Date;
  ended_at: Date | null;
}

export interface ConversationPartTable {
  owner_id: string;
  id: string;
  conversation_id: string;
  part: string;
  text: string;
  version: number;
  written_by: string;
  written_at: Date;
}

export interface CourseTable {
  owner_id: string;
  id: string;
  title: string;
  about: string;
  subject: string;
  year_key: string;
  sort: string;
  unit_id: string | null;
  is_open: boolean;
  starts_on: string | null;
  ends_on: string | null;
  is_template: boolean;
  copied_from: string | null;
  brought: ColumnType<unknown, string | null, string | null>;
  published_at: Date | null;
  closed_at: Date | null;
  version: number;
  changed_by: string;
  changed_at: Date;
  created_at: Date;
}

export interface CourseActivityTable {
  owner_id: string;
  id: string;
  course_id: string;
  section_id: string;
  position: number;
  kind: string;
  title: string;
  settings: ColumnType<unknown, string, string>;
  minutes: number | null;
  due_on: string | null;
  requires_id: string | null;
  version: number;
  ended_at: Date | null;
  created_at: Date;
  group_ids: Generated<string[]>;
}

export interface CourseAnswerTable {
  owner_id: string;
  activity_id: string;
  person_id: string;
  course_id: string;
  answers: ColumnType<unknown, string, string>;
  answered_at: Date;
}

export interface CourseGroupTable {
  owner_id: string;
  id: string;
  course_id: string;
  name: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface CourseGroupMemberTable {
  owner_id: string;
  course_id: string;
  person_id: string;
  group_id: string;
  added_at: Date;
}

export interface CourseHeadTable {
  owner_id: string;
  course_id: string;
  id: string;
  note: string;
  reach: string;
  version: number;
  changed_by: string;
  changed_at: Date;
}

export interface CoursePersonTable {
  owner_id: string;
  course_id: string;
  person_id: string;
  part: string;
  added_at: Date;
}

export interface CoursePostTable {
  owner_id: string;
  id: string;
  course_id: string;
  activity_id: string;
  person_id: string;
  reply_to: string | null;
  words: string;
  created_at: Date;
  ended_at: Date | null;
  ended_by: string | null;
  group_id: string | null;
}

export interface CourseProgressTable {
  owner_id: string;
  id: string;
  activity_id: string;
  person_id: string;
  course_id: string;
  done_at: Date | null;
  tried_at: Date | null;
  evidence: string;
  evidenced_at: Date | null;
  version: number;
  changed_at: Date;
}

export interface CourseSectionTable {
  owner_id: string;
  id: string;
  course_id: string;
  position: number;
  title: string;
  about: string;
  opens_on: string | null;
  version: number;
  ended_at: Date | null;
  created_at: Date;
}

export interface CoverTable {
  owner_id: string;
  id: string;
  absence_id: string;
  person_id: string;
  on_date: string;
  unit_id: string;
  period_id: string | null;
  period: string;
  starts_at: string;
  ends_at: string;
  subject: string;
  room: string;
  how: string;
  covered_by: string | null;
  words: string;
  arranged_by: string;
  arranged_at: Date;
  batch_id: string | null;
  replaces: string | null;
  accepted_at: Date | null;
  declined_at: Date | null;
  declined_why: string;
  ended_at: Date | null;
  ended_by: string | null;
}

export interface CoverKeptFreeTable {
  owner_id: string;
  id: string;
  person_id: string;
  weekday: string;
  starts_at: string;
  ends_at: string;
  kind: string;
  added_by: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface CoverPersonTable {
  owner_id: string;
  person_id: string;
  asked: string;
  version: number;
  changed_by: string;
  changed_at: Date;
}

export interface CoverWorkTable {
  owner_id: string;
  id: string;
  person_id: string;
  on_date: string;
  unit_id: string;
  starts_at: string;
  text: string;
  version: number;
  written_by: string;
  written_at: Date;
}

export interface CredentialTable {
  person_id: string;
  password_hash: string;
  changed_at: Date;
}

export interface CycleAuditTable {
  owner_id: string;
  id: string;
  year: number;
  created_at: Date;
}

export interface CycleLineTable {
  owner_id: string;
  id: string;
  audit_id: string;
  lineage_id: string;
  kind: string;
  title: string;
  programme_id: string | null;
  specialist: string;
  peer: string;
  criteria: ColumnType<unknown, string, string>;
  keep: string;
  change: string;
  version: number;
  written_by: string;
  written_at: Date;
  created_at: Date;
  ended_at: Date | null;
}

export interface CyclePointTable {
  owner_id: string;
  id: string;
  line_id: string;
  strand: string;
  from_week: number;
  until_week: number;
  words: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface CycleReportPartTable {
  owner_id: string;
  id: string;
  cycle_id: string;
  part: string;
  text: string;
  version: number;
  written_by: string;
  written_at: Date;
}

export interface DialogueNoteTable {
  owner_id: string;
  id: string;
  conversation_id: string;
  author_id: string;
  words: string;
  subject: string;
  initiator_id: string | null;
  stimulus: string | null;
  tone: string | null;
  scale: string | null;
  timeframe: string | null;
  noted_at: Date;
  version: number;
  ended_at: Date | null;
}

export interface DraftTable {
  owner_id: string;
  key: string;
  body: ColumnType<unknown, string, string>;
  saved_at: Date;
  organisation_id: string;
}

export interface EvaluationTable {
  owner_id: string;
  id: string;
  programme_id: string;
  pupils: string;
  learning: string;
  noticing: string;
  who_measures: string;
  comparison: string;
  comparison_about: string;
  baseline_on: string;
  middle_on: string;
  end_on: string;
  delayed_on: string;
  version: number;
  updated_by: string;
  updated_at: Date;
}

export interface EvaluationAccountTable {
  owner_id: string;
  evaluation_id: string;
  id: string;
  prior_exposure: string;
  meanwhile: string;
  who_left: string;
  next_steps: string;
  version: number;
  updated_by: string;
  updated_at: Date;
}

export interface EvaluationAgreedTable {
  owner_id: string;
  evaluation_id: string;
  person_id: string;
  version: number;
  agreed_at: Date;
}

export interface EvaluationAnswerTable {
  owner_id: string;
  id: string;
  evaluation_id: string;
  moment: string;
  side: string;
  person_id: string;
  said: ColumnType<unknown, string, string>;
  words_shown: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface EvaluationAskingTable {
  owner_id: string;
  evaluation_id: string;
  moment: string;
  opened_by: string;
  opened_at: Date;
  closed_at: Date | null;
}

export interface EvaluationClaimTable {
  owner_id: string;
  id: string;
  evaluation_id: string;
  says: string;
  kind: string;
  certainty: string;
  version: number;
  created_at: Date;
  updated_by: string;
  updated_at: Date;
  ended_at: Date | null;
}

export interface EvaluationGroupTable {
  owner_id: string;
  id: string;
  evaluation_id: string;
  number: number;
  teacher_id: string;
  name: string;
  arm: string;
  keeps: string;
  created_at: Date;
}

export interface EvaluationHandedInTable {
  owner_id: string;
  group_id: string;
  moment: string;
  handed_in_by: string;
  handed_in_at: Date;
}

export interface EvaluationKeyTable {
  owner_id: string;
  id: string;
  organisation_id: string;
  group_id: string;
  names: ColumnType<unknown, string, string>;
  version: number;
  updated_at: Date;
}

export interface EvaluationMeasureTable {
  owner_id: string;
  id: string;
  evaluation_id: string;
  number: number;
  title: string;
  how: string;
  kind: string;
  unit: string;
  lowest: number | null;
  highest: number | null;
  better: string;
  levels: ColumnType<unknown, string, string>;
  minutes: number | null;
  chosen_by: string;
  used_by: string[];
  common: boolean;
  version: number;
  created_at: Date;
  updated_by: string;
  updated_at: Date;
  ended_at: Date | null;
}

export interface EvaluationPublicationTable {
  owner_id: string;
  id: string;
  evaluation_id: string;
  report: ColumnType<unknown, string, string>;
  published_by: string;
  published_at: Date;
  ended_at: Date | null;
}

export interface EvaluationPupilTable {
  owner_id: string;
  id: string;
  group_id: string;
  code: string;
  position: number;
  left_on: string | null;
  ended_at: Date | null;
}

export interface EvaluationReleaseTable {
  owner_id: string;
  evaluation_id: string;
  person_id: string;
  version: number;
  released_at: Date;
}

export interface EvaluationRivalTable {
  owner_id: string;
  id: string;
  evaluation_id: string;
  common_key: string | null;
  title: string;
  known: string;
  done: string;
  version: number;
  created_at: Date;
  updated_by: string;
  updated_at: Date;
  ended_at: Date | null;
}

export interface EvaluationSummaryTable {
  owner_id: string;
  evaluation_id: string;
  id: string;
  says: string;
  version: number;
  updated_by: string;
  updated_at: Date;
}

export interface EvaluationValueTable {
  owner_id: string;
  id: string;
  evaluation_id: string;
  group_id: string;
  measure_id: string;
  subject_id: string;
  moment: string;
  value: number | null;
  missing: string | null;
  pupils: number | null;
  entered_by: string;
  entered_at: Date;
  ended_at: Date | null;
}

export interface EventTable {
  owner_id: string;
  id: string;
  kind: string;
  actor_id: string | null;
  item_id: string | null;
  body: ColumnType<unknown, string, string>;
  at: Date;
}

export interface EvidenceFiledTable {
  owner_id: string;
  place_id: string;
  item_owner_id: string;
  item_id: string;
  title: string;
  href: string;
  filed_by: string;
  filed_at: Date;
  ended_at: Date | null;
}

export interface EvidencePlaceTable {
  owner_id: string;
  id: string;
  agreement_id: string;
  key: string;
  title: string;
  about: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface ExchangeAskTable {
  owner_id: string;
  id: string;
  technique: string;
  from_id: string;
  to_id: string;
  side: string;
  words: string;
  asked_at: Date;
  answer: string | null;
  answer_words: string;
  answered_at: Date | null;
}

export interface ExchangeChoiceTable {
  owner_id: string;
  id: string;
  person_id: string;
  technique: string;
  side: string;
  chosen_at: Date;
}

export interface ExemplarTable {
  owner_id: string;
  id: string;
  domain: string;
  subject: string;
  phase: string;
  rubric: string | null;
  rubric_row: string | null;
  look_for: string;
  not_shown: string;
  version: number;
  created_at: Date;
  updated_at: Date;
  ended_at: Date | null;
}

export interface ExerciseDoneTable {
  owner_id: string;
  exercise_id: string;
  person_id: string;
  done_at: Date;
  ended_at: Date | null;
}

export interface ExerciseExemptionTable {
  owner_id: string;
  exercise_id: string;
  person_id: string;
  ground: string;
  reason: string;
  granted_by: string;
  granted_at: Date;
  ended_at: Date | null;
}

export interface ExerciseNoteTable {
  owner_id: string;
  id: string;
  organisation_id: string;
  exercise_id: string;
  title: string;
  noticed: string;
  done_at: Date;
  ended_at: Date | null;
}

export interface FamilyRelationTable {
  owner_id: string;
  id: string;
  adult_id: string;
  pupil_id: string;
  created_at: Date;
  ended_at: Date | null;
  source: string | null;
  relationship: string | null;
  told: Generated<string[]>;
  called_in: number | null;
  lives_with: boolean | null;
  responsibility: boolean | null;
  restriction: string | null;
  version: Generated<number>;
  restriction_from: string | null;
  restriction_until: string | null;
  restriction_by: string | null;
  not_called: Generated<boolean>;
}

export interface FileTable {
  owner_id: string;
  id: string;
  item_id: string;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  created_by: string;
  created_at: Date;
  ended_at: Date | null;
  of_pupils: Generated<boolean>;
}

export interface FocusPupilTable {
  owner_id: string;
  id: string;
  lesson_id: string;
  position: number;
  label: string;
  predicted_version: number;
  compared: string | null;
  compared_words: string;
  compared_version: number;
  compared_by: string | null;
  compared_at: Date | null;
  created_at: Date;
  ended_at: Date | null;
}

export interface FormalObservationTable {
  owner_id: string;
  id: string;
  person_id: string;
  observer_id: string;
  on_date: string;
  starts_at: string | null;
  minutes: number;
  place: string;
  focus: string;
  version: number;
  arranged_by: string;
  arranged_at: Date;
  released_at: Date | null;
  confirmed_at: Date | null;
  called_off_at: Date | null;
  done_at: Date | null;
  changed_at: Date;
}

export interface FrameworkTable {
  owner_id: string;
  id: string;
  address: string;
  title: string;
  version_label: string;
  publisher: string;
  licence: string;
  source: string;
  format: string;
  statements: number;
  left_out: ColumnType<unknown, string, string>;
  brought_by: string;
  created_at: Date;
  published_at: Date | null;
  ended_at: Date | null;
}

export interface FrameworkStatementTable {
  owner_id: string;
  id: string;
  framework_id: string;
  parent_id: string | null;
  position: number;
  depth: number;
  address: string;
  code: string;
  kind: string;
  words: string;
  note: string;
  subject: string;
  stages: string[];
  years: string[];
  is_leaf: boolean;
  searched: string;
}

export interface GroupCycleTable {
  owner_id: string;
  id: string;
  programme_id: string;
  number: number;
  question: string;
  version: number;
  begun_by: string;
  begun_at: Date;
  released_at: Date | null;
  released_by: string | null;
  ended_at: Date | null;
}

export interface GroupGuestRequestTable {
  owner_id: string;
  id: string;
  programme_id: string;
  given_name: string;
  family_name: string;
  address: string;
  comes_from: string;
  part: string;
  words: string;
  by_id: string;
  asked_at: Date;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
}

export interface GroupInvitationTable {
  owner_id: string;
  programme_id: string;
  person_id: string;
  part: string;
  way: string;
  words: string;
  by_id: string;
  at: Date;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  said: Generated<string>;
}

export interface GroupReplacesTable {
  owner_id: string;
  programme_id: string;
  organisation_id: string;
  words: string;
  written_at: Date;
}

export interface HeldUploadTable {
  owner_id: string;
  id: string;
  form: string;
  field: string;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  held_at: Date;
  organisation_id: string;
}

export interface ImportKeyTable {
  owner_id: string;
  source: string;
  part: string;
  key: string;
  thing_id: string;
  run_id: string;
  made: boolean;
  created_at: Date;
}

export interface ImportRowTable {
  owner_id: string;
  run_id: string;
  position: number;
  part: string;
  person_kind: string | null;
  search: string;
  body: ColumnType<unknown, string, string>;
}

export interface ImportRunTable {
  owner_id: string;
  id: string;
  state: string;
  files: ColumnType<unknown, string, string>;
  options: ColumnType<unknown, string, string>;
  summary: ColumnType<unknown, string, string>;
  fingerprint: string;
  progress: number;
  steps: number;
  failure: string | null;
  created_by: string | null;
  created_at: Date;
  changed_at: Date;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  finished_at: Date | null;
  emptied_at: Date | null;
}

export interface InductionEvidenceTable {
  owner_id: string;
  id: string;
  plan_id: string;
  principle: string;
  words: string;
  link: string;
  on_date: string;
  added_by: string;
  added_at: Date;
  ended_at: Date | null;
}

export interface InductionForAllTable {
  owner_id: string;
  id: string;
  principle: string;
  words: string;
  version: number;
  updated_at: Date;
}

export interface InductionLineTable {
  owner_id: string;
  id: string;
  plan_id: string;
  principle: string;
  part: string;
  words: string;
  by_on: string | null;
  version: number;
  updated_at: Date;
}

export interface InductionPlanTable {
  owner_id: string;
  id: string;
  person_id: string;
  tutor_id: string;
  new_in: string;
  starts_on: string;
  ends_on: string;
  made_by: string;
  made_at: Date;
  version: number;
  closed_at: Date | null;
}

export interface InductionReviewTable {
  owner_id: string;
  id: string;
  plan_id: string;
  on_date: string;
  added_by: string;
  changed_at: Date;
  held_at: Date | null;
  next_words: string;
  ended_at: Date | null;
}

export interface InterviewNotesTable {
  owner_id: string;
  id: string;
  teacher_id: string;
  starting_points_id: string;
  interviewer_id: string;
  held_on: string;
  texts: ColumnType<unknown, string, string>;
  reply: string;
  version: number;
  texts_version: number;
  reply_version: number;
  created_at: Date;
  updated_at: Date;
}

export interface ItemTable {
  owner_id: string;
  id: string;
  kind: string;
  purpose: string;
  author_id: string;
  circle_id: string | null;
  audience_id: string | null;
  excludes_managers: boolean;
  created_at: Date;
  ended_at: Date | null;
}

export interface LessonMomentTable {
  owner_id: string;
  id: string;
  lesson_id: string;
  position: number;
  title: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface LineManagementTable {
  owner_id: string;
  id: string;
  manager_id: string;
  person_id: string;
  starts_on: string;
  ends_on: string | null;
  created_at: Date;
  ended_at: Date | null;
}

export interface LinkTokenTable {
  id: string;
  token_hash: string;
  kind: string;
  person_id: string;
  organisation_id: string | null;
  created_at: Date;
  expires_at: Date | null;
  used_at: Date | null;
  address: string | null;
}

export interface MemberTable {
  owner_id: string;
  id: string;
  person_id: string;
  kind: string;
  sort_name: string;
  job_title: string | null;
  year_label: string | null;
  pupil_number: string | null;
  staff_code: string | null;
  working_days: string[] | null;
  starts_on: string | null;
  ends_on: string | null;
  created_at: Date;
  ended_at: Date | null;
  comes_from: string | null;
}

export interface MemberRecordTable {
  owner_id: string;
  person_id: string;
  upn: string | null;
  payroll_number: string | null;
  date_of_birth: string | null;
  grades: string[];
  changed_at: Date;
}

export interface MembershipTable {
  owner_id: string;
  id: string;
  unit_id: string;
  person_id: string;
  part: string;
  starts_on: string | null;
  ends_on: string | null;
  created_at: Date;
  ended_at: Date | null;
  source: string | null;
}

export interface MentoringPlanTable {
  owner_id: string;
  id: string;
  year: number;
  created_at: Date;
}

export interface MentoringPlanPartTable {
  owner_id: string;
  id: string;
  plan_id: string;
  relationship: string;
  cells: ColumnType<unknown, string, string>;
  version: number;
  written_by: string;
  written_at: Date;
}

export interface MessageTable {
  owner_id: string;
  id: string;
  talk_id: string;
  author_id: string;
  text: string;
  version: number;
  written_at: Date;
  delivers_at: Date;
  urgent: boolean;
  undone_at: Date | null;
  taken_back_at: Date | null;
  flagged: string[] | null;
  held: boolean;
  looked_by: string | null;
  looked_at: Date | null;
  outcome: string | null;
}

export interface MessageReportTable {
  owner_id: string;
  id: string;
  message_id: string;
  reported_id: string;
  unsafe: boolean;
  text: string;
  level: number;
  state: string;
  outcome: string | null;
  answer: string;
  answered_by: string | null;
  answered_at: Date | null;
  escalates_at: Date | null;
  version: number;
  created_at: Date;
}

export interface MessageSettingsTable {
  owner_id: string;
  quiet_from: string | null;
  quiet_until: string | null;
  quiet_days: number[] | null;
  flag_words: string[];
  flag_mode: string;
  hours_to_lead: number;
  hours_to_head: number;
  watchers: string[];
  version: number;
  changed_by: string;
  changed_at: Date;
}

export interface MigrationTable {
  name: string;
  checksum: string;
  applied_at: Date;
}

export interface NeedTable {
  owner_id: string;
  id: string;
  asking_id: string;
  answer_id: string;
  person_id: string;
  side: string;
  place: number;
  topic_id: string | null;
  words: string;
  changed_at: Date;
  ended_at: Date | null;
}

export interface NeedLinkTable {
  owner_id: string;
  need_id: string;
  individual: boolean;
  priority_id: string | null;
  programme_id: string | null;
  linked_by: string;
  linked_at: Date;
}

export interface NeedsAnswerTable {
  owner_id: string;
  id: string;
  asking_id: string;
  person_id: string;
  said: ColumnType<unknown, string, string>;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface NeedsAskedUnitTable {
  owner_id: string;
  asking_id: string;
  unit_id: string;
}

export interface NeedsAskingTable {
  owner_id: string;
  id: string;
  slug: string;
  title: string;
  note: string;
  closes_on: string;
  closed_at: Date | null;
  released_at: Date | null;
  reminded_at: Date | null;
  created_at: Date;
}

export interface NeedsAskingPriorityTable {
  owner_id: string;
  asking_id: string;
  priority_id: string;
}

export interface NeedsToldTable {
  owner_id: string;
  asking_id: string;
  person_id: string;
  kind: string;
  at: Date;
}

export interface NeedsTopicTable {
  owner_id: string;
  id: string;
  asking_id: string;
  position: number;
  heading: string;
  title: string;
  catalogue_id: string | null;
}

export interface NoticeTable {
  owner_id: string;
  id: string;
  from_owner: string;
  item_id: string | null;
  kind: string;
  subject_key: string;
  href: string;
  due_at: Date | null;
  created_at: Date;
  seen_at: Date | null;
  done_at: Date | null;
  mailed_at: Date | null;
  aside_at: Date | null;
  left_circle_id: string | null;
  told_at: Date | null;
  begins_at: Date | null;
  noted_for: Date | null;
}

export interface NoticeBoardAsideTable {
  owner_id: string;
  organisation_id: string;
  notice_id: string;
  put_at: Date;
}

export interface NoticeBoardLookTable {
  owner_id: string;
  organisation_id: string;
  looked_at: Date;
  before_at: Date | null;
}

export interface NoticeRoundTable {
  owner_id: string;
  written_until: Date;
}

export interface ObservationTable {
  owner_id: string;
  id: string;
  circle_id: string;
  plan_id: string | null;
  kind: string;
  observed_id: string;
  observer_id: string;
  proposed_by: string;
  on_date: string;
  starts_at: string | null;
  minutes: number;
  place: string;
  pupils: string;
  focus: string;
  version: number;
  created_at: Date;
  changed_at: Date;
  accepted_at: Date | null;
  declined_at: Date | null;
  called_off_at: Date | null;
  done_at: Date | null;
}

export interface ObservationEntryTable {
  owner_id: string;
  id: string;
  observation_id: string;
  person_id: string;
  instrument: string;
  part: string;
  kind: string;
  at: Date;
  body: ColumnType<unknown, string, string>;
  created_at: Date;
  ended_at: Date | null;
}

export interface ObservationEvidenceTable {
  owner_id: string;
  observation_id: string;
  reference: string;
  chosen_at: Date;
}

export interface ObservationFollowUpTable {
  owner_id: string;
  observation_id: string;
  item_id: string;
  item_owner_id: string;
  kind: string;
  begun_at: Date;
}

export interface ObservationInstrumentTable {
  owner_id: string;
  id: string;
  observation_id: string;
  instrument: string;
  pupils: ColumnType<unknown, string, string>;
  seats: ColumnType<unknown, string, string>;
  version: number;
  updated_at: Date;
  ended_at: Date | null;
}

export interface ObservationTextTable {
  owner_id: string;
  id: string;
  observation_id: string;
  person_id: string;
  part: string;
  texts: ColumnType<unknown, string, string>;
  version: number;
  updated_at: Date;
  ready_at: Date | null;
}

export interface ObserverNoteTable {
  owner_id: string;
  id: string;
  lesson_id: string;
  pupil_id: string | null;
  moment_id: string | null;
  author_id: string;
  text: string;
  noted_at: Date;
  arrived_at: Date;
  ended_at: Date | null;
}

export interface ObserverPreparationTable {
  owner_id: string;
  instrument: string;
  prepared_at: Date;
}

export interface OrganisationTable {
  id: string;
  kind: string;
  parent_id: string | null;
  path: string;
  name: string;
  sort_name: string;
  time_zone: string;
  locale: string;
  currency: string;
  created_at: Date;
  ended_at: Date | null;
  teaches_by: string | null;
}

export interface OutboxTable {
  owner_id: string;
  id: string;
  kind: string;
  body: ColumnType<unknown, string, string>;
  created_at: Date;
  due_at: Date;
  attempts: number;
  done_at: Date | null;
  failure: string | null;
}

export interface OverrideRequestTable {
  owner_id: string;
  id: string;
  item_owner: string;
  item_id: string;
  item_kind: string;
  author_id: string;
  asked_by: string;
  asked_as: string[];
  reason: string;
  asked_at: Date;
  hidden_until: Date | null;
  answered_by: string | null;
  answered_at: Date | null;
  agreed: boolean | null;
  expires_at: Date | null;
  withdrawn_at: Date | null;
}

export interface PairingTable {
  owner_id: string;
  id: string;
  circle_id: string;
  kind: string;
  purpose: string | null;
  rhythm: string;
  every_days: number;
  minutes: number;
  asked_by: string;
  asked_at: Date;
  agreed_at: Date | null;
  starts_on: string | null;
  ends_on: string | null;
  with_manager: boolean;
  ended_at: Date | null;
  version: number;
}

export interface PairingPersonTable {
  owner_id: string;
  pairing_id: string;
  person_id: string;
  part: string;
  asked_at: Date;
  answer: string | null;
  answered_at: Date | null;
  left_at: Date | null;
}

export interface PeerAssessmentTable {
  owner_id: string;
  id: string;
  circle_id: string;
  writer_id: string;
  subject_id: string;
  texts: ColumnType<unknown, string, string>;
  version: number;
  created_at: Date;
  updated_at: Date;
  sent_at: Date | null;
  reply: string;
  reply_version: number;
}

export interface PeriodTable {
  owner_id: string;
  id: string;
  timetable_id: string;
  weekday: string;
  position: number;
  name: string;
  kind: string;
  starts_at: string;
  ends_at: string;
  takes_register: boolean;
  created_at: Date;
  ended_at: Date | null;
}

export interface PersonTable {
  id: string;
  given_name: string;
  family_name: string;
  name: string;
  sort_name: string;
  locale: string | null;
  theme: Generated<string>;
  created_at: Date;
  ended_at: Date | null;
}

export interface PersonEmailTable {
  address: string;
  person_id: string;
  kind: string;
  confirmed_at: Date | null;
  created_at: Date;
  organisation_id: string | null;
}

export interface PictureCardTable {
  owner_id: string;
  person_id: string;
  row_hash: string;
  wrong: number;
  wrong_since: Date;
  made_by: string;
  made_at: Date;
}

export interface PlanLookTable {
  owner_id: string;
  id: string;
  scheme_id: string;
  asked_of: string;
  asked_by: string;
  by_date: string | null;
  words: string;
  created_at: Date;
  looked_at: Date | null;
  ended_at: Date | null;
}

export interface PlanSuggestionTable {
  owner_id: string;
  id: string;
  scheme_id: string;
  lesson_id: string | null;
  words: string;
  state: string;
  answer: string;
  answered_by: string | null;
  answered_at: Date | null;
  created_at: Date;
}

export interface PlanTemplateTable {
  owner_id: string;
  id: string;
  title: string;
  parts: ColumnType<unknown, string, string>;
  lesson_text: string;
  version: number;
  changed_by: string;
  changed_at: Date;
  created_at: Date;
  ended_at: Date | null;
}

export interface PlannedLessonTable {
  owner_id: string;
  id: string;
  scheme_id: string;
  position: number;
  title: string;
  on_date: string | null;
  text: string;
  version: number;
  changed_by: string;
  changed_at: Date;
  created_at: Date;
  ended_at: Date | null;
}

export interface PlannedPointTable {
  owner_id: string;
  id: string;
  scheme_id: string;
  lesson_id: string | null;
  statement_id: string;
  added_by: string;
  added_at: Date;
}

export interface PlannedResourceTable {
  owner_id: string;
  id: string;
  scheme_id: string;
  lesson_id: string | null;
  resource_id: string;
  added_by: string;
  added_at: Date;
}

export interface PlannerReleaseTable {
  owner_id: string;
  id: string;
  tool: string;
  year: number;
  to_id: string;
  body: ColumnType<unknown, string, string>;
  gaps: string[];
  released_by: string;
  released_at: Date;
  taken_back_at: Date | null;
}

export interface PostedNoticeTable {
  owner_id: string;
  id: string;
  title: string;
  text: string;
  sort: string;
  from_on: string;
  until_on: string;
  must_read: boolean;
  version: number;
  asked_version: number;
  changed_by: string;
  changed_at: Date;
  created_at: Date;
}

export interface PostedNoticeReadingTable {
  owner_id: string;
  notice_id: string;
  person_id: string;
  version: number;
  said_at: Date;
}

export interface PracticeTable {
  owner_id: string;
  id: string;
  organisation_id: string;
  technique: string | null;
  step_id: string | null;
  words: string;
  where_used: string;
  model: string;
  replaces: string;
  example_seen_at: Date | null;
  settled_at: Date | null;
  touched_at: Date;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface PracticeLookTable {
  owner_id: string;
  id: string;
  practice_id: string;
  number: number;
  due_on: string;
  after_days: number;
  relapse: boolean;
  looked_at: Date | null;
  how: string | null;
  note: string;
  ended_at: Date | null;
}

export interface PracticeRehearsalTable {
  owner_id: string;
  id: string;
  practice_id: string;
  on_date: string;
  how: string;
  with_id: string | null;
  words: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface PracticeSharedTable {
  owner_id: string;
  principal: string;
  practice_id: string;
  person_id: string;
  shared_at: Date;
  ended_at: Date | null;
}

export interface PredictedResponseTable {
  owner_id: string;
  id: string;
  pupil_id: string;
  moment_id: string;
  text: string;
  predicted_by: string;
  predicted_at: Date;
}

export interface PreparationNoteTable {
  owner_id: string;
  id: string;
  organisation_id: string;
  module: string;
  task: string;
  words: string;
  version: number;
  updated_at: Date;
}

export interface PriorityActionTable {
  owner_id: string;
  id: string;
  priority_id: string;
  title: string;
  person_id: string | null;
  due_on: string | null;
  state: string;
  evidence: string;
  version: number;
  changed_by: string;
  changed_at: Date;
  created_at: Date;
  ended_at: Date | null;
}

export interface ProgrammeTable {
  owner_id: string;
  id: string;
  slug: string;
  title: string;
  summary: string;
  aim: string;
  change_kind: string;
  template_id: string;
  template_version: number;
  pupil_group: string;
  pupil_outcome: string;
  subject: string | null;
  priority_id: string | null;
  replaces: string;
  rationale: string;
  materials: string;
  prerequisites: string;
  starts_on: string;
  ends_on: string;
  copied_from_owner: string | null;
  copied_from: string | null;
  published_at: Date | null;
  closed_at: Date | null;
  version: number;
  updated_at: Date;
  sort: Generated<string>;
  joining: Generated<string>;
  phase: string | null;
  cycle: Generated<number>;
}

export interface ProgrammeAnswerTable {
  owner_id: string;
  programme_id: string;
  question: string;
  answer: string;
  answered_by: string;
  answered_at: Date;
}

export interface ProgrammeCalendarTable {
  owner_id: string;
  id: string;
  programme_id: string;
  person_id: string;
  token_hash: string;
  made_at: Date;
  ended_at: Date | null;
}

export interface ProgrammeCostTable {
  owner_id: string;
  id: string;
  programme_id: string;
  kind: string;
  about: string;
  amount: number;
  created_at: Date;
  ended_at: Date | null;
}

export interface ProgrammeExerciseTable {
  owner_id: string;
  id: string;
  programme_id: string;
  number: number;
  title: string;
  prompt: string;
  minutes: number;
  required: boolean;
  step_id: string | null;
  version: number;
  written_by: string;
  written_at: Date;
  created_at: Date;
  ended_at: Date | null;
  position: Generated<number>;
}

export interface ProgrammeRiskTable {
  owner_id: string;
  id: string;
  programme_id: string;
  risk: string;
  response: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface ProgrammeStepTable {
  owner_id: string;
  id: string;
  programme_id: string;
  number: number;
  kind: string;
  strand: string;
  lead: string;
  title: string;
  prompt: string;
  on_date: string;
  starts_at: string | null;
  place: string;
  minutes: number;
  in_school_day: boolean;
  mode: string;
  cycle: number;
  required: boolean;
  template_step: string | null;
  ingredient: string | null;
  created_at: Date;
  ended_at: Date | null;
  form: string | null;
  days: number | null;
  cover: string | null;
  version: Generated<number>;
  stage: string | null;
  done_at: Date | null;
  done_by: string | null;
  calendar_changed_at: Date | null;
}

export interface ProtocolTemplateTable {
  owner_id: string;
  id: string;
  protocol: string;
  title: string;
  draft: ColumnType<unknown, string, string>;
  version: number;
  based_on: string | null;
  based_on_version: number | null;
  published_version: number | null;
  created_at: Date;
  updated_by: string;
  updated_at: Date;
  ended_at: Date | null;
  imported_from: string | null;
}

export interface ProtocolVersionTable {
  owner_id: string;
  protocol: string;
  version: number;
  body: ColumnType<unknown, string, string>;
  kept_at: Date;
}

export interface PupilAbsenceTable {
  owner_id: string;
  id: string;
  pupil_id: string;
  from_on: string;
  until_on: string;
  part: string;
  sort: string;
  words: string;
  said_how: string;
  said_by: string;
  said_on: string;
  written_by: string;
  decision: string | null;
  code_id: string | null;
  answer: string;
  settled_by: string | null;
  settled_at: Date | null;
  taken_back_at: Date | null;
  taken_back_by: string | null;
  version: number;
  created_at: Date;
}

export interface PupilAbsenceMarkTable {
  owner_id: string;
  absence_id: string;
  register_id: string;
  was_code_id: string | null;
  code_id: string;
}

export interface QuestionTable {
  owner_id: string;
  id: string;
  programme_id: string;
  asker_id: string;
  audience: string;
  title: string;
  text: string;
  asked_at: Date;
  waiting_since: Date | null;
  moved_at: Date;
}

export interface QuestionReplyTable {
  owner_id: string;
  id: string;
  question_id: string;
  author_id: string;
  text: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface QuietWishTable {
  owner_id: string;
  id: string;
  pairing_id: string;
  person_id: string;
  wish: string;
  words: string;
  said_at: Date;
  settled_at: Date | null;
  settled_by: string | null;
  taken_back_at: Date | null;
}

export interface RaisedNeedTable {
  owner_id: string;
  id: string;
  sort: string;
  subject: string;
  words: string;
  scheme_id: string | null;
  suggestion_id: string | null;
  priority_id: string | null;
  programme_id: string | null;
  joined_by: string | null;
  joined_at: Date | null;
  answer: string;
  answered_by: string | null;
  answered_at: Date | null;
  created_at: Date;
}

export interface RecordingTable {
  owner_id: string;
  id: string;
  title: string;
  lesson: string;
  others: string;
  filmed_on: string;
  kind: string | null;
  unit_id: string | null;
  circle_id: string | null;
  step_id: string | null;
  consent_purpose: string;
  blur_needed: boolean;
  prepared: ColumnType<unknown, string, string>;
  state: string;
  trouble: string | null;
  wanted: ColumnType<unknown, string | null, string | null>;
  wrapped_key: Buffer | null;
  duration_ms: number | null;
  width: number | null;
  height: number | null;
  peaks: ColumnType<unknown, string | null, string | null>;
  keep_until: string;
  notes_after: string;
  tag_sets: string[];
  clip_form: string | null;
  watched_at: Date | null;
  debrief_at: Date | null;
  copied_from: string | null;
  version: number;
  created_at: Date;
  changed_at: Date;
  arrived_at: Date | null;
  erased_at: Date | null;
  erased_why: string | null;
}

export interface RecordingClipTable {
  owner_id: string;
  id: string;
  recording_id: string;
  person_id: string;
  from_ms: number;
  to_ms: number;
  title: string;
  position: number;
  shared_at: Date | null;
  created_at: Date;
  ended_at: Date | null;
}

export interface RecordingClipFormTable {
  owner_id: string;
  id: string;
  recording_id: string;
  person_id: string;
  form: string;
  from_ms: number;
  to_ms: number;
  answers: ColumnType<unknown, string, string>;
  shared_at: Date | null;
  version: number;
  created_at: Date;
  updated_at: Date;
  ended_at: Date | null;
}

export interface RecordingMediumTable {
  owner_id: string;
  id: string;
  recording_id: string;
  part: string;
  media_type: string;
  bytes: number;
  sha256: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface RecordingNoteTable {
  owner_id: string;
  id: string;
  recording_id: string;
  person_id: string;
  from_ms: number;
  to_ms: number | null;
  sort: string;
  text: string;
  tags: string[];
  utterance_id: string | null;
  shared_at: Date | null;
  origin: string | null;
  version: number;
  created_at: Date;
  changed_at: Date;
  ended_at: Date | null;
}

export interface RecordingPupilTable {
  owner_id: string;
  recording_id: string;
  person_id: string;
  shown: string;
  consent: string;
  taken_back_at: Date | null;
}

export interface RecordingReplyTable {
  owner_id: string;
  id: string;
  recording_id: string;
  note_id: string;
  person_id: string;
  text: string;
  version: number;
  created_at: Date;
  ended_at: Date | null;
}

export interface RecordingSettingsTable {
  owner_id: string;
  usual_days: number;
  longest_days: number;
  warn_days: number;
  version: number;
  changed_at: Date;
}

export interface RecordingTagSetTable {
  owner_id: string;
  id: string;
  title: string;
  plain: string;
  tags: ColumnType<unknown, string, string>;
  made_by: string;
  version: number;
  created_at: Date;
  updated_at: Date;
  ended_at: Date | null;
}

export interface RecordingTranscriptTable {
  owner_id: string;
  id: string;
  recording_id: string;
  language: string;
  origin: string;
  made_by: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface RecordingUploadTable {
  owner_id: string;
  id: string;
  recording_id: string;
  person_id: string;
  name: string;
  bytes: number;
  prepared: ColumnType<unknown, string, string>;
  created_at: Date;
  expires_at: Date;
  finished_at: Date | null;
  ended_at: Date | null;
}

export interface RecordingUtteranceTable {
  owner_id: string;
  id: string;
  transcript_id: string;
  from_ms: number;
  to_ms: number;
  speaker: string;
  text: string;
  tags: string[];
  version: number;
  ended_at: Date | null;
}

export interface RecordingViewTable {
  owner_id: string;
  id: string;
  recording_id: string;
  person_id: string;
  began_at: Date;
  last_at: Date;
  hidden_until: Date | null;
}

export interface RecordingWatcherTable {
  owner_id: string;
  recording_id: string;
  person_id: string;
  watched_at: Date | null;
  ready_at: Date | null;
}

export interface RecurringJobTable {
  name: string;
  last_run_at: Date;
  attempted_at: Date | null;
  attempts: number;
  failure: string | null;
}

export interface ReflectionTable {
  owner_id: string;
  id: string;
  organisation_id: string;
  programme_id: string;
  step_id: string;
  title: string;
  text: string;
  version: number;
  shared_with: string[];
  created_at: Date;
  updated_at: Date;
}

export interface ReflectionSharedTable {
  owner_id: string;
  step_id: string;
  person_id: string;
  principal: string;
  reflection_id: string;
  shared_at: Date;
  ended_at: Date | null;
}

export interface RegisterTable {
  owner_id: string;
  id: string;
  on_date: string;
  unit_id: string;
  slot: string;
  session: string | null;
  period_name: string;
  starts_at: string | null;
  ends_at: string | null;
  subject: string;
  taken_by: string | null;
  taken_at: Date | null;
  version: number;
  created_at: Date;
}

export interface RegisterMarkTable {
  owner_id: string;
  register_id: string;
  pupil_id: string;
  code_id: string;
  minutes: number | null;
  note: string;
  marked_by: string;
  marked_at: Date;
  version: number;
}

export interface RegisterMarkChangeTable {
  owner_id: string;
  id: string;
  register_id: string;
  pupil_id: string;
  was_code_id: string | null;
  was_minutes: number | null;
  was_note: string;
  code_id: string | null;
  minutes: number | null;
  note: string;
  reason: string;
  version: number;
  changed_by: string;
  changed_at: Date;
}

export interface RegisterSaveTable {
  owner_id: string;
  register_id: string;
  version: number;
  save_id: string;
  did: string;
  saved_by: string;
  saved_at: Date;
}

export interface RegisterStandInTable {
  owner_id: string;
  id: string;
  on_date: string;
  unit_id: string;
  person_id: string;
  named_by: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface RelationshipPulseTable {
  owner_id: string;
  id: string;
  pairing_id: string;
  person_id: string;
  round: string;
  answers: ColumnType<unknown, string, string>;
  words: string;
  version: number;
  answered_at: Date;
}

export interface ReleasedCopyTable {
  owner_id: string;
  id: string;
  school_id: string;
  tool: string;
  year: number;
  body: ColumnType<unknown, string, string>;
  gaps: string[];
  released_at: Date;
  ended_at: Date | null;
}

export interface ReminderChoiceTable {
  owner_id: string;
  changed_at: Date;
  rhythm: Generated<string>;
  week_day: Generated<number>;
  soon: Generated<string>;
  quiet_from: Generated<string | null>;
  quiet_until: Generated<string | null>;
  quiet_days: number[] | null;
  days_off_quiet: Generated<boolean>;
}

export interface RepairTable {
  owner_id: string;
  id: string;
  title: string;
  text: string;
  room_id: string | null;
  place: string;
  state: string;
  looked_after_by: string | null;
  version: number;
  created_at: Date;
  moved_at: Date;
}

export interface RepairMeTooTable {
  owner_id: string;
  repair_id: string;
  person_id: string;
  said_at: Date;
  ended_at: Date | null;
}

export interface RepairStepTable {
  owner_id: string;
  id: string;
  repair_id: string;
  state_before: string;
  looked_after_by_before: string | null;
  state: string;
  looked_after_by: string | null;
  action: string;
  taken_by: string;
  taken_at: Date;
  ended_at: Date | null;
}

export interface ResearchLessonTable {
  owner_id: string;
  id: string;
  step_id: string;
  programme_id: string;
  teacher_ids: string[];
  observer_ids: string[];
  version: number;
  planned_by: string;
  planned_at: Date;
  created_at: Date;
  held_at: Date | null;
  held_by: string | null;
  first_held_at: Date | null;
}

export interface ResourceTable {
  owner_id: string;
  id: string;
  title: string;
  summary: string;
  text: string;
  subject: string;
  year_label: string | null;
  heading: string;
  words: string;
  copied_from_owner: string | null;
  copied_from: string | null;
  copied_version: number | null;
  review_on: string | null;
  shared_at: Date | null;
  version: number;
  changed_by: string;
  changed_at: Date;
  created_at: Date;
  knowledge: Generated<string[]>;
  needs: Generated<string[]>;
  set_id: string | null;
  step: string | null;
}

export interface ResourcePointTable {
  owner_id: string;
  resource_id: string;
  statement_id: string;
  added_by: string;
  added_at: Date;
}

export interface ResourceReadingTable {
  owner_id: string;
  id: string;
  resource_id: string;
  asked_of: string;
  by_date: string | null;
  words: string;
  answers: ColumnType<unknown, string, string>;
  version: number;
  answered_at: Date | null;
  reply: string;
  replied_at: Date | null;
  created_at: Date;
}

export interface RoomTable {
  owner_id: string;
  id: string;
  kind: string;
  name: string;
  sort_name: string;
  seats: number | null;
  note: string;
  created_at: Date;
  ended_at: Date | null;
  batch_id: string | null;
  how_many: Generated<number>;
  bookable: Generated<string>;
  asks_first: Generated<boolean>;
}

export interface RotaTable {
  owner_id: string;
  id: string;
  name: string;
  place: string;
  keeps_busy: boolean;
  swap_needs_leave: boolean;
  version: number;
  made_by: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface RotaSlotTable {
  owner_id: string;
  id: string;
  rota_id: string;
  weekday: string | null;
  letter: string | null;
  on_date: string | null;
  starts_at: string;
  ends_at: string;
  needed: number;
  created_at: Date;
  ended_at: Date | null;
}

export interface RotaStandTable {
  owner_id: string;
  id: string;
  slot_id: string;
  person_id: string;
  from_on: string;
  until_on: string | null;
  batch_id: string | null;
  set_by: string;
  set_at: Date;
  ended_at: Date | null;
}

export interface RotaSwapTable {
  owner_id: string;
  id: string;
  stand_id: string;
  on_date: string;
  asked_by: string;
  asked_id: string | null;
  words: string;
  taken_by: string | null;
  taken_at: Date | null;
  agreed_at: Date | null;
  agreed_by: string | null;
  created_at: Date;
  ended_at: Date | null;
  ended_by: string | null;
}

export interface RotaSwapNoTable {
  owner_id: string;
  swap_id: string;
  person_id: string;
  said_at: Date;
}

export interface SchemeTable {
  owner_id: string;
  id: string;
  title: string;
  subject: string;
  year_key: string;
  starts_on: string;
  ends_on: string;
  parts: ColumnType<unknown, string, string>;
  lesson_text: string;
  copied_from: string | null;
  ready_at: Date | null;
  heading: string;
  version: number;
  changed_by: string;
  changed_at: Date;
  created_at: Date;
}

export interface SchemePartTable {
  owner_id: string;
  id: string;
  scheme_id: string;
  key: string;
  text: string;
  version: number;
  changed_by: string;
  changed_at: Date;
}

export interface SchoolPriorityTable {
  owner_id: string;
  id: string;
  title: string;
  about: string;
  starts_on: string;
  ends_on: string | null;
  created_at: Date;
  ended_at: Date | null;
}

export interface SectionWritingTable {
  owner_id: string;
  step_id: string;
  section: string;
  person_id: string;
  since: Date;
  until: Date;
}

export interface SessionTable {
  id: string;
  token_hash: string;
  person_id: string;
  organisation_id: string | null;
  device: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  until: Date | null;
}

export interface SignInThrottleTable {
  key: string;
  failures: number;
  first_at: Date;
  blocked_until: Date | null;
}

export interface StaffAbsenceTable {
  owner_id: string;
  id: string;
  person_id: string;
  from_on: string;
  until_on: string;
  from_time: string | null;
  until_time: string | null;
  kind: string;
  words: string;
  shown: boolean;
  said_by: string;
  said_at: Date;
  version: number;
  changed_at: Date;
  ended_at: Date | null;
}

export interface StageGuestTable {
  owner_id: string;
  id: string;
  programme_id: string;
  person_id: string;
  stage: string;
  cycle: number;
  until_on: string;
  let_in_by: string;
  let_in_at: Date;
  ended_at: Date | null;
}

export interface StartingPointsTable {
  owner_id: string;
  id: string;
  organisation_id: string;
  programme_id: string | null;
  title: string;
  texts: ColumnType<unknown, string, string>;
  copied_from: string | null;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface StartingPointsSharedTable {
  owner_id: string;
  principal: string;
  starting_points_id: string;
  person_id: string;
  programme_id: string | null;
  shared_at: Date;
  ended_at: Date | null;
}

export interface StepApologyTable {
  owner_id: string;
  step_id: string;
  person_id: string;
  reason: string;
  said_at: Date;
  ended_at: Date | null;
}

export interface StepMaterialTable {
  owner_id: string;
  id: string;
  step_id: string;
  title: string;
  url: string | null;
  created_at: Date;
}

export interface StepMinutesTable {
  owner_id: string;
  id: string;
  step_id: string;
  section: string;
  text: string;
  version: number;
  written_by: string;
  written_at: Date;
}

export interface TalkTable {
  owner_id: string;
  id: string;
  sort: string;
  title: string;
  pupil_id: string | null;
  mode: string;
  until_on: string | null;
  between_key: string | null;
  last_at: Date;
  created_at: Date;
}

export interface TalkOwnTable {
  owner_id: string;
  organisation_id: string;
  talk_id: string;
  read_until: Date | null;
  muted_at: Date | null;
  left_at: Date | null;
}

export interface TalkPersonTable {
  owner_id: string;
  talk_id: string;
  person_id: string;
  part: string;
}

export interface TechniqueTable {
  owner_id: string;
  id: string;
  title: string;
  plain: string;
  steps: string;
  why: string;
  against: string;
  not_for: string;
  phases: string[];
  subjects: string[];
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface TechniqueExampleTable {
  owner_id: string;
  id: string;
  technique: string;
  words: string;
  link: string;
  created_at: Date;
}

export interface TermTable {
  owner_id: string;
  id: string;
  kind: string;
  name: string;
  starts_on: string;
  ends_on: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface TextVersionTable {
  owner_id: string;
  item_id: string;
  version: number;
  body: ColumnType<unknown, string, string>;
  written_by: string;
  written_at: Date;
}

export interface TimetableTable {
  owner_id: string;
  id: string;
  name: string;
  weeks: number;
  starts_on: string;
  ends_on: string | null;
  first_week: string;
  published_at: Date | null;
  version: number;
  made_by: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface TimetabledLessonTable {
  owner_id: string;
  id: string;
  timetable_id: string;
  period_id: string;
  week: string;
  unit_id: string;
  subject: string;
  room_id: string | null;
  version: number;
  batch_id: string | null;
  created_at: Date;
  ended_at: Date | null;
  ended_by_batch: string | null;
}

export interface TimetabledTeacherTable {
  owner_id: string;
  lesson_id: string;
  person_id: string;
  part: string;
}

export interface TryOutTable {
  owner_id: string;
  id: string;
  organisation_id: string;
  programme_id: string | null;
  on_date: string;
  pupils: string;
  texts: ColumnType<unknown, string, string>;
  step_id: string | null;
  evidence_id: string | null;
  technique: string;
  minutes: number | null;
  held_constant: string;
  changed: string;
  meeting_id: string | null;
  place_id: string | null;
  version: number;
  created_at: Date;
  updated_at: Date;
  practice_id: string | null;
}

export interface TryOutCommentTable {
  owner_id: string;
  id: string;
  try_out_id: string;
  try_out_owner_id: string;
  author_id: string;
  words: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface TryOutRevisitTable {
  owner_id: string;
  id: string;
  try_out_id: string;
  number: number;
  due_on: string;
  after_days: number;
  looked_at: Date | null;
  how: string | null;
  note: string;
  ended_at: Date | null;
}

export interface TryOutSharedTable {
  owner_id: string;
  principal: string;
  try_out_id: string;
  person_id: string;
  programme_id: string | null;
  meeting_id: string | null;
  shared_at: Date;
  ended_at: Date | null;
}

export interface UnitTable {
  owner_id: string;
  id: string;
  kind: string;
  name: string;
  sort_name: string;
  subject: string | null;
  year_label: string | null;
  created_at: Date;
  ended_at: Date | null;
}

export interface VisitorTable {
  owner_id: string;
  id: string;
  on_date: string;
  from_time: string | null;
  name: string;
  sort_name: string;
  organisation: string;
  purpose: string;
  place: string;
  kind: string;
  host_id: string;
  series_id: string | null;
  written_by: string;
  arrived_at: Date | null;
  left_at: Date | null;
  version: number;
  created_at: Date;
  ended_at: Date | null;
  forgotten_at: Date | null;
}

export interface VisitorCautionTable {
  owner_id: string;
  id: string;
  name: string;
  sort_name: string;
  words: string;
  until_on: string | null;
  written_by: string;
  created_at: Date;
  ended_at: Date | null;
}

export interface VisitorCheckTable {
  owner_id: string;
  visitor_id: string;
  seen: string;
  said_by: string;
  said_at: Date;
  until_on: string | null;
}

export interface VisitorSettingsTable {
  owner_id: string;
  keep_days: number;
  version: number;
  badges: Generated<boolean>;
  badge_colours: ColumnType<unknown, string | undefined, string>;
}

export interface WorkingPatternTable {
  owner_id: string;
  person_id: string;
  days: ColumnType<unknown, string, string>;
  note: string;
  version: number;
  updated_by: string;
  updated_at: Date;
}

export interface YearEndTable {
  owner_id: string;
  id: string;
  name: string;
  last_on: string;
  first_on: string;
  version: number;
  made_by: string;
  created_at: Date;
  prepared_at: Date | null;
  begun_at: Date | null;
  ended_at: Date | null;
}

export interface YearEndClassTable {
  owner_id: string;
  year_end_id: string;
  unit_id: string;
  fate: string;
  to_unit_id: string | null;
}

export interface YearEndPupilTable {
  owner_id: string;
  year_end_id: string;
  unit_id: string;
  pupil_id: string;
  fate: string;
  to_unit_id: string | null;
}

export interface YearEndRowTable {
  owner_id: string;
  year_end_id: string;
  id: string;
  kind: string;
  row_id: string;
  before: string | null;
  after: string | null;
}

export interface YearlyThemeTable {
  owner_id: string;
  id: string;
  protocol: string;
  title: string;
  about: string;
  starts_on: string;
  ends_on: string;
  version: number;
  set_by: string;
  set_at: Date;
}

export interface Tables {
  absence_telling: AbsenceTellingTable;
  absence_text: AbsenceTextTable;
  absence_try: AbsenceTryTable;
  access_epoch: AccessEpochTable;
  access_log: AccessLogTable;
  access_override: AccessOverrideTable;
  action_step: ActionStepTable;
  affiliation: AffiliationTable;
  agreement: AgreementTable;
  agreement_feature_note: AgreementFeatureNoteTable;
  agreement_form: AgreementFormTable;
  agreement_offer: AgreementOfferTable;
  agreement_offer_answer: AgreementOfferAnswerTable;
  agreement_party: AgreementPartyTable;
  agreement_review: AgreementReviewTable;
  agreement_signature: AgreementSignatureTable;
  agreement_task: AgreementTaskTable;
  appointment: AppointmentTable;
  appraisal_setting: AppraisalSettingTable;
  appraisal_target: AppraisalTargetTable;
  attendance: AttendanceTable;
  attendance_code: AttendanceCodeTable;
  attendance_note: AttendanceNoteTable;
  attendance_settings: AttendanceSettingsTable;
  audience: AudienceTable;
  audience_grant: AudienceGrantTable;
  behaviour_category: BehaviourCategoryTable;
  behaviour_event: BehaviourEventTable;
  behaviour_follow_up: BehaviourFollowUpTable;
  behaviour_help_note: BehaviourHelpNoteTable;
  behaviour_reply: BehaviourReplyTable;
  behaviour_reward: BehaviourRewardTable;
  behaviour_reward_given: BehaviourRewardGivenTable;
  behaviour_settings: BehaviourSettingsTable;
  booking: BookingTable;
  brokered_support: BrokeredSupportTable;
  circle: CircleTable;
  circle_member: CircleMemberTable;
  class_door: ClassDoorTable;
  closure: ClosureTable;
  coaching: CoachingTable;
  coaching_cycle: CoachingCycleTable;
  coaching_meeting: CoachingMeetingTable;
  coaching_offer: CoachingOfferTable;
  coaching_prepared: CoachingPreparedTable;
  coaching_setting: CoachingSettingTable;
  coaching_signature: CoachingSignatureTable;
  collected_agreement: CollectedAgreementTable;
  commitment: CommitmentTable;
  concern: ConcernTable;
  concern_entry: ConcernEntryTable;
  concern_print: ConcernPrintTable;
  concern_settings: ConcernSettingsTable;
  consent: ConsentTable;
  consent_round: ConsentRoundTable;
  consent_said: ConsentSaidTable;
  contact_phone: ContactPhoneTable;
  contact_sheet: ContactSheetTable;
  contact_version: ContactVersionTable;
  contribution: ContributionTable;
  contribution_given: ContributionGivenTable;
  conversation: ConversationTable;
  conversation_part: ConversationPartTable;
  course: CourseTable;
  course_activity: CourseActivityTable;
  course_answer: CourseAnswerTable;
  course_group: CourseGroupTable;
  course_group_member: CourseGroupMemberTable;
  course_head: CourseHeadTable;
  course_person: CoursePersonTable;
  course_post: CoursePostTable;
  course_progress: CourseProgressTable;
  course_section: CourseSectionTable;
  cover: CoverTable;
  cover_kept_free: CoverKeptFreeTable;
  cover_person: CoverPersonTable;
  cover_work: CoverWorkTable;
  credential: CredentialTable;
  cycle_audit: CycleAuditTable;
  cycle_line: CycleLineTable;
  cycle_point: CyclePointTable;
  cycle_report_part: CycleReportPartTable;
  dialogue_note: DialogueNoteTable;
  draft: DraftTable;
  evaluation: EvaluationTable;
  evaluation_account: EvaluationAccountTable;
  evaluation_agreed: EvaluationAgreedTable;
  evaluation_answer: EvaluationAnswerTable;
  evaluation_asking: EvaluationAskingTable;
  evaluation_claim: EvaluationClaimTable;
  evaluation_group: EvaluationGroupTable;
  evaluation_handed_in: EvaluationHandedInTable;
  evaluation_key: EvaluationKeyTable;
  evaluation_measure: EvaluationMeasureTable;
  evaluation_publication: EvaluationPublicationTable;
  evaluation_pupil: EvaluationPupilTable;
  evaluation_release: EvaluationReleaseTable;
  evaluation_rival: EvaluationRivalTable;
  evaluation_summary: EvaluationSummaryTable;
  evaluation_value: EvaluationValueTable;
  event: EventTable;
  evidence_filed: EvidenceFiledTable;
  evidence_place: EvidencePlaceTable;
  exchange_ask: ExchangeAskTable;
  exchange_choice: ExchangeChoiceTable;
  exemplar: ExemplarTable;
  exercise_done: ExerciseDoneTable;
  exercise_exemption: ExerciseExemptionTable;
  exercise_note: ExerciseNoteTable;
  family_relation: FamilyRelationTable;
  file: FileTable;
  focus_pupil: FocusPupilTable;
  formal_observation: FormalObservationTable;
  framework: FrameworkTable;
  framework_statement: FrameworkStatementTable;
  group_cycle: GroupCycleTable;
  group_guest_request: GroupGuestRequestTable;
  group_invitation: GroupInvitationTable;
  group_replaces: GroupReplacesTable;
  held_upload: HeldUploadTable;
  import_key: ImportKeyTable;
  import_row: ImportRowTable;
  import_run: ImportRunTable;
  induction_evidence: InductionEvidenceTable;
  induction_for_all: InductionForAllTable;
  induction_line: InductionLineTable;
  induction_plan: InductionPlanTable;
  induction_review: InductionReviewTable;
  interview_notes: InterviewNotesTable;
  item: ItemTable;
  lesson_moment: LessonMomentTable;
  line_management: LineManagementTable;
  link_token: LinkTokenTable;
  member: MemberTable;
  member_record: MemberRecordTable;
  membership: MembershipTable;
  mentoring_plan: MentoringPlanTable;
  mentoring_plan_part: MentoringPlanPartTable;
  message: MessageTable;
  message_report: MessageReportTable;
  message_settings: MessageSettingsTable;
  migration: MigrationTable;
  need: NeedTable;
  need_link: NeedLinkTable;
  needs_answer: NeedsAnswerTable;
  needs_asked_unit: NeedsAskedUnitTable;
  needs_asking: NeedsAskingTable;
  needs_asking_priority: NeedsAskingPriorityTable;
  needs_told: NeedsToldTable;
  needs_topic: NeedsTopicTable;
  notice: NoticeTable;
  notice_board_aside: NoticeBoardAsideTable;
  notice_board_look: NoticeBoardLookTable;
  notice_round: NoticeRoundTable;
  observation: ObservationTable;
  observation_entry: ObservationEntryTable;
  observation_evidence: ObservationEvidenceTable;
  observation_follow_up: ObservationFollowUpTable;
  observation_instrument: ObservationInstrumentTable;
  observation_text: ObservationTextTable;
  observer_note: ObserverNoteTable;
  observer_preparation: ObserverPreparationTable;
  organisation: OrganisationTable;
  outbox: OutboxTable;
  override_request: OverrideRequestTable;
  pairing: PairingTable;
  pairing_person: PairingPersonTable;
  peer_assessment: PeerAssessmentTable;
  period: PeriodTable;
  person: PersonTable;
  person_email: PersonEmailTable;
  picture_card: PictureCardTable;
  plan_look: PlanLookTable;
  plan_suggestion: PlanSuggestionTable;
  plan_template: PlanTemplateTable;
  planned_lesson: PlannedLessonTable;
  planned_point: PlannedPointTable;
  planned_resource: PlannedResourceTable;
  planner_release: PlannerReleaseTable;
  posted_notice: PostedNoticeTable;
  posted_notice_reading: PostedNoticeReadingTable;
  practice: PracticeTable;
  practice_look: PracticeLookTable;
  practice_rehearsal: PracticeRehearsalTable;
  practice_shared: PracticeSharedTable;
  predicted_response: PredictedResponseTable;
  preparation_note: PreparationNoteTable;
  priority_action: PriorityActionTable;
  programme: ProgrammeTable;
  programme_answer: ProgrammeAnswerTable;
  programme_calendar: ProgrammeCalendarTable;
  programme_cost: ProgrammeCostTable;
  programme_exercise: ProgrammeExerciseTable;
  programme_risk: ProgrammeRiskTable;
  programme_step: ProgrammeStepTable;
  protocol_template: ProtocolTemplateTable;
  protocol_version: ProtocolVersionTable;
  pupil_absence: PupilAbsenceTable;
  pupil_absence_mark: PupilAbsenceMarkTable;
  question: QuestionTable;
  question_reply: QuestionReplyTable;
  quiet_wish: QuietWishTable;
  raised_need: RaisedNeedTable;
  recording: RecordingTable;
  recording_clip: RecordingClipTable;
  recording_clip_form: RecordingClipFormTable;
  recording_medium: RecordingMediumTable;
  recording_note: RecordingNoteTable;
  recording_pupil: RecordingPupilTable;
  recording_reply: RecordingReplyTable;
  recording_settings: RecordingSettingsTable;
  recording_tag_set: RecordingTagSetTable;
  recording_transcript: RecordingTranscriptTable;
  recording_upload: RecordingUploadTable;
  recording_utterance: RecordingUtteranceTable;
  recording_view: RecordingViewTable;
  recording_watcher: RecordingWatcherTable;
  recurring_job: RecurringJobTable;
  reflection: ReflectionTable;
  reflection_shared: ReflectionSharedTable;
  register: RegisterTable;
  register_mark: RegisterMarkTable;
  register_mark_change: RegisterMarkChangeTable;
  register_save: RegisterSaveTable;
  register_stand_in: RegisterStandInTable;
  relationship_pulse: RelationshipPulseTable;
  released_copy: ReleasedCopyTable;
  reminder_choice: ReminderChoiceTable;
  repair: RepairTable;
  repair_me_too: RepairMeTooTable;
  repair_step: RepairStepTable;
  research_lesson: ResearchLessonTable;
  resource: ResourceTable;
  resource_point: ResourcePointTable;
  resource_reading: ResourceReadingTable;
  room: RoomTable;
  rota: RotaTable;
  rota_slot: RotaSlotTable;
  rota_stand: RotaStandTable;
  rota_swap: RotaSwapTable;
  rota_swap_no: RotaSwapNoTable;
  scheme: SchemeTable;
  scheme_part: SchemePartTable;
  school_priority: SchoolPriorityTable;
  section_writing: SectionWritingTable;
  session: SessionTable;
  sign_in_throttle: SignInThrottleTable;
  staff_absence: StaffAbsenceTable;
  stage_guest: StageGuestTable;
  starting_points: StartingPointsTable;
  starting_points_shared: StartingPointsSharedTable;
  step_apology: StepApologyTable;
  step_material: StepMaterialTable;
  step_minutes: StepMinutesTable;
  talk: TalkTable;
  talk_own: TalkOwnTable;
  talk_person: TalkPersonTable;
  technique: TechniqueTable;
  technique_example: TechniqueExampleTable;
  term: TermTable;
  text_version: TextVersionTable;
  timetable: TimetableTable;
  timetabled_lesson: TimetabledLessonTable;
  timetabled_teacher: TimetabledTeacherTable;
  try_out: TryOutTable;
  try_out_comment: TryOutCommentTable;
  try_out_revisit: TryOutRevisitTable;
  try_out_shared: TryOutSharedTable;
  unit: UnitTable;
  visitor: VisitorTable;
  visitor_caution: VisitorCautionTable;
  visitor_check: VisitorCheckTable;
  visitor_settings: VisitorSettingsTable;
  working_pattern: WorkingPatternTable;
  year_end: YearEndTable;
  year_end_class: YearEndClassTable;
  year_end_pupil: YearEndPupilTable;
  year_end_row: YearEndRowTable;
  yearly_theme: YearlyThemeTable;
}
