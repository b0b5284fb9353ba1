-- Programmes of professional learning: what is planned, for whom, and what came of each step.
-- A programme is an item; its people are the circle of the same id, in the parts
-- leader, participant, facilitator, specialist and sponsor.

create table school_priority (
  owner_id uuid not null,
  id uuid not null,
  title text not null,
  about text not null,
  starts_on date not null,
  ends_on date,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);

create table programme (
  owner_id uuid not null,
  id uuid not null,
  -- the word in its address: /programmes/reading-together
  slug text not null,
  title text not null,
  summary text not null,
  -- what the programme is for: inform, train or transform
  aim text not null,
  -- whether it adds to what teachers do, or replaces habits
  change_kind text not null,
  template_id text not null,
  template_version integer not null,
  -- which pupils, and what their learning should look like
  pupil_group text not null,
  pupil_outcome text not null,
  subject text,
  priority_id uuid,
  -- what stops, so that this can start
  replaces text not null,
  rationale text not null,
  materials text not null,
  prerequisites text not null,
  starts_on date not null,
  ends_on date not null,
  copied_from_owner uuid,
  copied_from uuid,
  published_at timestamptz,
  closed_at timestamptz,
  version integer not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint programme_slug unique (owner_id, slug),
  constraint programme_aim check (aim in ('inform', 'train', 'transform')),
  constraint programme_change check (change_kind in ('additive', 'disruptive')),
  constraint programme_order check (starts_on <= ends_on)
);

create table programme_step (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  -- its number in its address: /programmes/reading-together/steps/3; never given twice
  number integer not null,
  -- what kind of step, in the words of the template
  kind text not null,
  strand text not null,
  lead text not null,
  title text not null,
  prompt text not null,
  on_date date not null,
  starts_at text,
  place text not null,
  minutes integer not null,
  in_school_day boolean not null,
  mode text not null,
  cycle integer not null,
  required boolean not null,
  -- the step of the template that it came from, and the active ingredient it carries
  template_step text,
  ingredient text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint programme_step_number unique (owner_id, programme_id, number),
  constraint programme_step_programme foreign key (owner_id, programme_id) references programme (owner_id, id),
  constraint programme_step_strand check (strand in ('specialist', 'peer', 'practice', 'pupils')),
  constraint programme_step_lead check (lead in ('specialist', 'facilitator', 'teachers')),
  constraint programme_step_mode check (mode in ('in-person', 'online', 'own-time'))
);
create index programme_step_when on programme_step (owner_id, programme_id, on_date);

create table programme_cost (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  kind text not null,
  about text not null,
  amount numeric(12, 2) not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint programme_cost_programme foreign key (owner_id, programme_id) references programme (owner_id, id),
  constraint programme_cost_kind check (kind in ('cover', 'fee', 'materials', 'travel', 'other'))
);

create table programme_risk (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  risk text not null,
  response text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint programme_risk_programme foreign key (owner_id, programme_id) references programme (owner_id, id)
);
