-- Evaluation: what was planned to be noticed in pupils, what was measured, what people said, and how sure one can be.
-- An evaluation is an item of its own (one a programme), and so is each group of pupils, each answer to the
-- questions that leader and recipients are both asked, and the page that was published.

create table evaluation (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  -- planned backwards: which pupils, what their learning should look like, how one would notice
  pupils text not null,
  learning text not null,
  noticing text not null,
  -- who measures and writes the figures down
  who_measures text not null,
  -- something to compare with, or none
  comparison text not null,
  comparison_about text not null,
  baseline_on date not null,
  middle_on date not null,
  end_on date not null,
  delayed_on date not null,
  version integer not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint evaluation_programme_once unique (owner_id, programme_id),
  constraint evaluation_programme foreign key (owner_id, programme_id) references programme (owner_id, id),
  constraint evaluation_comparison check (comparison in ('none', 'other-class', 'other-year')),
  constraint evaluation_order check (baseline_on < middle_on and middle_on < end_on and end_on < delayed_on)
);

-- Who agreed with the plan, and with which version of it.
create table evaluation_agreed (
  owner_id uuid not null,
  evaluation_id uuid not null,
  person_id uuid not null,
  version integer not null,
  agreed_at timestamptz not null,
  primary key (owner_id, evaluation_id, person_id),
  constraint evaluation_agreed_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id)
);

-- What else one must know to read the figures rightly.
create table evaluation_account (
  owner_id uuid not null,
  evaluation_id uuid not null,
  -- its versions are kept under this id
  id uuid not null,
  prior_exposure text not null,
  meanwhile text not null,
  who_left text not null,
  next_steps text not null,
  version integer not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (owner_id, evaluation_id),
  constraint evaluation_account_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id)
);

-- The account in words that the participants may release, where figures are too small to be shown.
create table evaluation_summary (
  owner_id uuid not null,
  evaluation_id uuid not null,
  -- its versions are kept under this id
  id uuid not null,
  says text not null,
  version integer not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (owner_id, evaluation_id),
  constraint evaluation_summary_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id)
);

-- Who released the summary; it counts for the words they were shown.
create table evaluation_release (
  owner_id uuid not null,
  evaluation_id uuid not null,
  person_id uuid not null,
  version integer not null,
  released_at timestamptz not null,
  primary key (owner_id, evaluation_id, person_id),
  constraint evaluation_release_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id)
);

create table evaluation_measure (
  owner_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  -- its number in its address; never given twice
  number integer not null,
  title text not null,
  how text not null,
  kind text not null,
  unit text not null,
  lowest numeric,
  highest numeric,
  better text not null,
  -- of a rubric: from lowest to highest, each with its name and what one sees
  levels jsonb not null,
  -- of a tally: for how long one counts
  minutes integer,
  chosen_by uuid not null,
  -- everybody's, or that of these teachers alone
  used_by uuid[] not null,
  common boolean not null,
  version integer not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint evaluation_measure_number unique (owner_id, evaluation_id, number),
  constraint evaluation_measure_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id),
  constraint evaluation_measure_kind check (kind in ('number', 'rubric', 'tally')),
  constraint evaluation_measure_better check (better in ('higher', 'lower', 'neither'))
);

-- Pupils of one teacher, by code names. Its item says who may see the figures of single pupils.
create table evaluation_group (
  owner_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  number integer not null,
  teacher_id uuid not null,
  name text not null,
  arm text not null,
  -- one figure a pupil, or one for the group
  keeps text not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint evaluation_group_number unique (owner_id, evaluation_id, number),
  constraint evaluation_group_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id),
  constraint evaluation_group_arm check (arm in ('programme', 'comparison')),
  constraint evaluation_group_keeps check (keeps in ('pupils', 'group'))
);

create table evaluation_pupil (
  owner_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  code text not null,
  position integer not null,
  left_on date,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint evaluation_pupil_code unique (owner_id, group_id, code),
  constraint evaluation_pupil_of foreign key (owner_id, group_id) references evaluation_group (owner_id, id)
);

-- One figure, of a pupil or of a whole group (then subject_id is the group). A correction ends the old row.
create table evaluation_value (
  owner_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  group_id uuid not null,
  measure_id uuid not null,
  subject_id uuid not null,
  moment text not null,
  value numeric,
  -- why there is none: 'absent', 'left', 'not-done', 'other'
  missing text,
  -- of a whole group: how many pupils stand behind the figure
  pupils integer,
  entered_by uuid not null,
  entered_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint evaluation_value_group foreign key (owner_id, group_id) references evaluation_group (owner_id, id),
  constraint evaluation_value_measure foreign key (owner_id, measure_id) references evaluation_measure (owner_id, id),
  constraint evaluation_value_moment check (moment in ('baseline', 'middle', 'end', 'delayed')),
  constraint evaluation_value_missing check (missing in ('absent', 'left', 'not-done', 'other')),
  constraint evaluation_value_one check ((value is null) <> (missing is null))
);
create unique index evaluation_value_current on evaluation_value (owner_id, measure_id, subject_id, moment)
  where ended_at is null;
create index evaluation_value_of on evaluation_value (owner_id, evaluation_id) where ended_at is null;
create index evaluation_value_history on evaluation_value (owner_id, group_id, entered_at);

-- The teacher's own act: the figures of this group at this moment may stand in the report.
create table evaluation_handed_in (
  owner_id uuid not null,
  group_id uuid not null,
  moment text not null,
  handed_in_by uuid not null,
  handed_in_at timestamptz not null,
  primary key (owner_id, group_id, moment),
  constraint evaluation_handed_in_group foreign key (owner_id, group_id) references evaluation_group (owner_id, id),
  constraint evaluation_handed_in_moment check (moment in ('baseline', 'middle', 'end', 'delayed'))
);

-- Who is who behind the code names. The owner is the teacher.
create table evaluation_key (
  owner_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  group_id uuid not null,
  names jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint evaluation_key_group unique (owner_id, group_id)
);

-- The same questions to those who led and those who took part, at the end and later.
create table evaluation_asking (
  owner_id uuid not null,
  evaluation_id uuid not null,
  moment text not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (owner_id, evaluation_id, moment),
  constraint evaluation_asking_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id),
  constraint evaluation_asking_moment check (moment in ('end', 'delayed'))
);

create table evaluation_answer (
  owner_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  moment text not null,
  side text not null,
  person_id uuid not null,
  said jsonb not null,
  -- the person lets their own words be read by others, without their name
  words_shown boolean not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint evaluation_answer_once unique (owner_id, evaluation_id, moment, person_id),
  constraint evaluation_answer_of foreign key (owner_id, evaluation_id, moment)
    references evaluation_asking (owner_id, evaluation_id, moment),
  constraint evaluation_answer_side check (side in ('leader', 'recipient'))
);

create table evaluation_rival (
  owner_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  -- which of the common ones it is; null for one's own
  common_key text,
  title text not null,
  known text not null,
  done text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint evaluation_rival_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id)
);

create table evaluation_claim (
  owner_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  says text not null,
  kind text not null,
  certainty text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint evaluation_claim_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id),
  constraint evaluation_claim_kind check (kind in ('self-report', 'usage', 'practice', 'pupils')),
  constraint evaluation_claim_certainty check (certainty in ('average', 'replicated', 'contested', 'single'))
);

-- The page as it stood when it was published: what everybody may see of it, and nothing that is worked out later.
create table evaluation_publication (
  owner_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  report jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint evaluation_publication_of foreign key (owner_id, evaluation_id) references evaluation (owner_id, id)
);
create index evaluation_publication_latest on evaluation_publication (owner_id, evaluation_id, published_at);
