-- Learning agreements: who works together, what they wrote and signed, and what follows from it.
-- An agreement is an item; its people are the circle of the same id, in the parts partner and invited.

-- The form as the school words it. An agreement keeps the version it was begun on.
create table agreement_form (
  owner_id uuid not null,
  version integer not null,
  parts jsonb not null,
  -- nobody: the ready form, taken over when the first agreement was begun
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (owner_id, version)
);

create table agreement (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  form_version integer not null,
  -- what the first of them had in mind when asking the others
  proposal text not null,
  -- part of the form → what was written; older versions are in text_version
  answers jsonb not null,
  -- 0 until something is written; each saving makes the next
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  -- the last version that everybody signed
  in_force_version integer,
  in_force_at timestamptz,
  -- the promised day of the next review; how many there were; when the first observation had been
  review_on date,
  review_round integer not null,
  observed_at timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (owner_id, id),
  constraint agreement_programme foreign key (owner_id, programme_id) references programme (owner_id, id),
  constraint agreement_form_version foreign key (owner_id, form_version) references agreement_form (owner_id, version)
);
create index agreement_of_programme on agreement (owner_id, programme_id);

create table agreement_party (
  owner_id uuid not null,
  agreement_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  -- accepted, declined or withdrawn; null while nobody has said
  answer text,
  answered_at timestamptz,
  primary key (owner_id, agreement_id, person_id),
  constraint agreement_party_agreement foreign key (owner_id, agreement_id) references agreement (owner_id, id),
  constraint agreement_party_answer check (answer in ('accepted', 'declined', 'withdrawn'))
);
create index agreement_party_person on agreement_party (owner_id, person_id);

create table agreement_signature (
  owner_id uuid not null,
  agreement_id uuid not null,
  version integer not null,
  person_id uuid not null,
  signed_at timestamptz not null,
  primary key (owner_id, agreement_id, version, person_id),
  constraint agreement_signature_agreement foreign key (owner_id, agreement_id) references agreement (owner_id, id)
);

create table agreement_observation (
  owner_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  observer_id uuid not null,
  observed_id uuid not null,
  on_date date not null,
  starts_at text,
  place text not null,
  created_at timestamptz not null,
  -- when its day, time or place was last settled
  changed_at timestamptz not null,
  done_at timestamptz,
  called_off_at timestamptz,
  primary key (owner_id, id),
  constraint agreement_observation_agreement foreign key (owner_id, agreement_id) references agreement (owner_id, id)
);
create index agreement_observation_of on agreement_observation (owner_id, agreement_id);

-- What is still to be done before peer coaching begins.
create table agreement_task (
  owner_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  -- the option of the form it came from, or the words themselves
  key text not null,
  title text not null,
  -- whose it is; nobody named: everybody's
  person_id uuid,
  due_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  done_at timestamptz,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint agreement_task_once unique (owner_id, agreement_id, key),
  constraint agreement_task_agreement foreign key (owner_id, agreement_id) references agreement (owner_id, id)
);

-- Where the partners put what shows how it goes.
create table evidence_place (
  owner_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  key text not null,
  title text not null,
  about text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint evidence_place_once unique (owner_id, agreement_id, key),
  constraint evidence_place_agreement foreign key (owner_id, agreement_id) references agreement (owner_id, id)
);

-- What was put there: an item of whoever filed it, under the words they chose to show the partners.
create table evidence_filed (
  owner_id uuid not null,
  place_id uuid not null,
  item_owner_id uuid not null,
  item_id uuid not null,
  title text not null,
  href text not null,
  filed_by uuid not null,
  filed_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, place_id, item_id),
  constraint evidence_filed_place foreign key (owner_id, place_id) references evidence_place (owner_id, id)
);

create table agreement_review (
  owner_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  round integer not null,
  version integer not null,
  keep text not null,
  change text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (owner_id, id),
  constraint agreement_review_round unique (owner_id, agreement_id, round),
  constraint agreement_review_agreement foreign key (owner_id, agreement_id) references agreement (owner_id, id)
);

-- Reminders by mail. Whether a person wants them (they do until they say otherwise), and which were sent.
create table reminder_choice (
  owner_id uuid not null,
  by_mail boolean not null,
  changed_at timestamptz not null,
  primary key (owner_id)
);
alter table notice add column mailed_at timestamptz;
-- When its person took it off their list themself, whatever became of the matter.
alter table notice add column aside_at timestamptz;
