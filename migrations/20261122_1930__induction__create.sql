-- Induction plans: the whole system of support for somebody new, principle by principle. What is said in mentoring
-- is never among it. The plan's item is the new teacher's; those who write and read besides stand in its audience.

create table induction_plan (
  owner_id uuid not null,
  id uuid not null,
  -- whose induction it is
  person_id uuid not null,
  -- the induction tutor, who may write
  tutor_id uuid not null,
  -- what they are new in, in the school's words
  new_in text not null,
  starts_on date not null,
  ends_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null,
  -- nobody writes in it any more; it is read as before
  closed_at timestamptz,
  primary key (owner_id, id),
  constraint induction_plan_order check (starts_on <= ends_on),
  constraint induction_plan_two check (person_id <> tutor_id)
);
create index induction_plan_person on induction_plan (owner_id, person_id);

-- What the school, the mentor or the teacher does about one principle, and by when.
create table induction_line (
  owner_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  principle text not null,
  part text not null,
  words text not null,
  by_on date,
  version integer not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint induction_line_once unique (owner_id, plan_id, principle, part),
  constraint induction_line_of foreign key (owner_id, plan_id) references induction_plan (owner_id, id),
  constraint induction_line_part check (part in ('school', 'mentor', 'teacher'))
);

-- What the school does about a principle for everybody who is new: written once, shown in every plan.
create table induction_for_all (
  owner_id uuid not null,
  id uuid not null,
  principle text not null,
  words text not null,
  version integer not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint induction_for_all_once unique (owner_id, principle)
);

create table induction_evidence (
  owner_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  principle text not null,
  words text not null,
  -- an address elsewhere, or ''
  link text not null,
  on_date date not null,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint induction_evidence_of foreign key (owner_id, plan_id) references induction_plan (owner_id, id)
);
create index induction_evidence_plan on induction_evidence (owner_id, plan_id, principle);

-- A day on which teacher and tutor look at the plan together.
create table induction_review (
  owner_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  on_date date not null,
  added_by uuid not null,
  changed_at timestamptz not null,
  held_at timestamptz,
  -- what they agreed to do next
  next_words text not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint induction_review_of foreign key (owner_id, plan_id) references induction_plan (owner_id, id)
);
create index induction_review_day on induction_review (owner_id, on_date);
