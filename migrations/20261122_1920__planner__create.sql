-- Planning mentoring and coaching, looking over the year's cycles of learning, collecting learning agreements, and what
-- a school lets the trust or authority above it read of that.

-- What a school, or a trust for itself, plans for one school year: one row for each kind of relationship in
-- mentoring_plan_part. A year is named by the calendar year in which it begins.
create table mentoring_plan (
  owner_id uuid not null,
  id uuid not null,
  year integer not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint mentoring_plan_year unique (owner_id, year)
);

create table mentoring_plan_part (
  owner_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  relationship text not null,
  -- cell (purposes, who, when) → what is ticked and what is said in own words; older ones are in text_version
  cells jsonb not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (owner_id, id),
  constraint mentoring_plan_part_once unique (owner_id, plan_id, relationship),
  constraint mentoring_plan_part_of foreign key (owner_id, plan_id) references mentoring_plan (owner_id, id),
  constraint mentoring_plan_part_which check (relationship in ('mentoring', 'specialist-coaching', 'co-coaching'))
);

create table cycle_audit (
  owner_id uuid not null,
  id uuid not null,
  year integer not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint cycle_audit_year unique (owner_id, year)
);

-- A policy, a programme or a project, and how it uses specialists and peers.
create table cycle_line (
  owner_id uuid not null,
  id uuid not null,
  audit_id uuid not null,
  -- the same line in another year has the same
  lineage_id uuid not null,
  kind text not null,
  title text not null,
  -- taken over from a programme of this school
  programme_id uuid,
  specialist text not null,
  peer text not null,
  -- criterion → what in it does that, in own words
  criteria jsonb not null,
  keep text not null,
  change text not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint cycle_line_of foreign key (owner_id, audit_id) references cycle_audit (owner_id, id),
  constraint cycle_line_once unique (owner_id, audit_id, lineage_id),
  constraint cycle_line_kind check (kind in ('policy', 'programme', 'project'))
);

-- When specialist input or peer support stands in the year: teaching weeks of it, counted from 1.
create table cycle_point (
  owner_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  strand text not null,
  from_week integer not null,
  until_week integer not null,
  words text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint cycle_point_of foreign key (owner_id, line_id) references cycle_line (owner_id, id),
  constraint cycle_point_strand check (strand in ('specialist', 'peer')),
  constraint cycle_point_weeks check (1 <= from_week and from_week <= until_week and until_week <= 60)
);
create index cycle_point_line on cycle_point (owner_id, line_id);

-- What somebody would give of their agreement, worded for the collection. Its people read it, and nobody else.
create table agreement_offer (
  owner_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  parts jsonb not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  -- what was made of it in the collection, while it stands there
  given_as uuid,
  given_at timestamptz,
  primary key (owner_id, id),
  constraint agreement_offer_once unique (owner_id, agreement_id)
);

-- Each of its people, and what they said to the wording as it stands.
create table agreement_offer_answer (
  owner_id uuid not null,
  offer_id uuid not null,
  person_id uuid not null,
  says_yes boolean,
  answered_at timestamptz,
  primary key (owner_id, offer_id, person_id),
  constraint agreement_offer_answer_of foreign key (owner_id, offer_id) references agreement_offer (owner_id, id)
);

-- An agreement in the collection: given by its people, or typed in by those who lead professional learning.
create table collected_agreement (
  owner_id uuid not null,
  id uuid not null,
  came text not null,
  -- what it is called here, and where one that was typed in comes from
  title text not null,
  comes_from text not null,
  -- the parts of its form with what stands in each: id, label, text
  parts jsonb not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint collected_agreement_came check (came in ('given', 'typed'))
);

-- What the school notices of a feature over all of them, and what it wants of it in its model form.
create table agreement_feature_note (
  owner_id uuid not null,
  id uuid not null,
  feature text not null,
  -- agreement of the collection → how that one does it, in a few words
  how jsonb not null,
  noticed text not null,
  wanted text not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (owner_id, id),
  constraint agreement_feature_note_once unique (owner_id, feature)
);

-- A school lets an organisation above it read its plan or its audit of a year, as it stood then. This row decides.
create table planner_release (
  owner_id uuid not null,
  id uuid not null,
  tool text not null,
  year integer not null,
  to_id uuid not null,
  body jsonb not null,
  -- relationships or criteria of which nothing is said
  gaps text[] not null,
  released_by uuid not null,
  released_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (owner_id, id),
  constraint planner_release_tool check (tool in ('plan', 'audit'))
);
create index planner_release_which on planner_release (owner_id, tool, year);

-- The copy, which belongs to the organisation it was released to. Its id is that of the release.
create table released_copy (
  owner_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  tool text not null,
  year integer not null,
  body jsonb not null,
  gaps text[] not null,
  released_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint released_copy_tool check (tool in ('plan', 'audit'))
);
create index released_copy_year on released_copy (owner_id, tool, year) where ended_at is null;
