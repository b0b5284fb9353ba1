-- Mentoring and coaching. What happens (who, when, how long) stands apart from what is said: a pairing and its meetings
-- can be looked after by somebody who never reads a goal, a note or an agreement.

-- Somebody is ready to mentor or to coach.
create table coaching_offer (
  owner_id uuid not null,
  person_id uuid not null,
  kinds text[] not null,
  -- what they can help with, and for whom, in their words
  about text not null,
  subjects text not null,
  phases text not null,
  -- where and how: which site, online
  place text not null,
  -- with how many people at a time
  places integer not null,
  -- whether they are asked just now
  open boolean not null,
  version integer not null,
  updated_at timestamptz not null,
  primary key (owner_id, person_id)
);

-- A part of the preparation that somebody finished before they are paired.
create table coaching_prepared (
  owner_id uuid not null,
  person_id uuid not null,
  module text not null,
  done_at timestamptz not null,
  primary key (owner_id, person_id, module)
);

-- What they wrote for themselves while preparing. Theirs.
create table preparation_note (
  owner_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  module text not null,
  task text not null,
  words text not null,
  version integer not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint preparation_note_once unique (owner_id, organisation_id, module, task)
);

-- Two or more people work together in one of three kinds of relationship. Its item is activity.
create table pairing (
  owner_id uuid not null,
  id uuid not null,
  -- its people, and with the same id what they write together
  circle_id uuid not null,
  kind text not null,
  -- of mentoring
  purpose text,
  -- how often it is meant to be, by its id in the catalogue, and what that is here
  rhythm text not null,
  every_days integer not null,
  minutes integer not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- when everybody had said yes
  agreed_at timestamptz,
  starts_on date,
  ends_on date,
  -- one of them manages another, and they were told what that does to trust before they said yes
  with_manager boolean not null,
  -- everybody said no, it was taken back, or it ended
  ended_at timestamptz,
  version integer not null,
  primary key (owner_id, id),
  constraint pairing_circle unique (owner_id, circle_id),
  constraint pairing_kind check (kind in ('mentoring', 'specialist-coaching', 'co-coaching')),
  constraint pairing_purpose check ((kind = 'mentoring') = (purpose is not null)),
  constraint pairing_purpose_of check (purpose in ('induction', 'progression', 'challenge')),
  constraint pairing_order check (starts_on <= ends_on)
);
create index pairing_asked on pairing (owner_id, asked_at);

create table pairing_person (
  owner_id uuid not null,
  pairing_id uuid not null,
  person_id uuid not null,
  part text not null,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  -- they left, quietly: nobody is asked why
  left_at timestamptz,
  primary key (owner_id, pairing_id, person_id),
  constraint pairing_person_of foreign key (owner_id, pairing_id) references pairing (owner_id, id),
  constraint pairing_person_part check (part in ('learner', 'mentor', 'coach', 'co-coach')),
  constraint pairing_person_answer check (answer in ('yes', 'no'))
);
create index pairing_person_whose on pairing_person (owner_id, person_id);

-- Somebody would rather work with another, or be left. Between them and the co-ordinator.
create table quiet_wish (
  owner_id uuid not null,
  id uuid not null,
  pairing_id uuid not null,
  person_id uuid not null,
  wish text not null,
  words text not null,
  said_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  taken_back_at timestamptz,
  primary key (owner_id, id),
  constraint quiet_wish_of foreign key (owner_id, pairing_id) references pairing (owner_id, id),
  constraint quiet_wish_what check (wish in ('another', 'stop', 'talk'))
);
create index quiet_wish_open on quiet_wish (owner_id, said_at) where settled_at is null and taken_back_at is null;

-- A time together: activity, and nothing of what was said.
create table coaching_meeting (
  owner_id uuid not null,
  id uuid not null,
  pairing_id uuid not null,
  kind text not null,
  on_date date not null,
  starts_at text,
  minutes integer not null,
  place text not null,
  in_school_day boolean not null,
  -- time was given for it: a lesson covered, a period kept free
  protected boolean not null,
  -- minutes of lessons that somebody else takes meanwhile
  cover_minutes integer not null,
  booked_by uuid not null,
  booked_at timestamptz not null,
  changed_at timestamptz not null,
  held_at timestamptz,
  held_by uuid,
  held_minutes integer,
  -- it was about the learner's own lesson or pupils; a step was practised
  own_lesson boolean,
  practised boolean,
  called_off_at timestamptz,
  version integer not null,
  primary key (owner_id, id),
  constraint coaching_meeting_of foreign key (owner_id, pairing_id) references pairing (owner_id, id),
  constraint coaching_meeting_kind check (kind in ('conversation', 'planning', 'lesson', 'rehearsal', 'review'))
);
create index coaching_meeting_pairing on coaching_meeting (owner_id, pairing_id, on_date);
create index coaching_meeting_day on coaching_meeting (owner_id, on_date);

-- What the people of a pairing say and write together. Its item is learning, and theirs alone.
create table coaching (
  owner_id uuid not null,
  id uuid not null,
  pairing_id uuid not null,
  -- what whoever asked wrote to the other
  asked_words text not null,
  -- the agreement, part by part, as the catalogue's kind of relationship has it
  answers jsonb not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  in_force_version integer,
  in_force_at timestamptz,
  look_again_on date,
  primary key (owner_id, id),
  constraint coaching_once unique (owner_id, pairing_id),
  constraint coaching_of foreign key (owner_id, pairing_id) references pairing (owner_id, id)
);

create table coaching_signature (
  owner_id uuid not null,
  coaching_id uuid not null,
  version integer not null,
  person_id uuid not null,
  signed_at timestamptz not null,
  primary key (owner_id, coaching_id, version, person_id),
  constraint coaching_signature_of foreign key (owner_id, coaching_id) references coaching (owner_id, id)
);

-- One time round: a narrow goal of one learner. Theirs.
create table coaching_cycle (
  owner_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  pairing_id uuid not null,
  number integer not null,
  goal text not null,
  -- which pupils, and what one would see them do
  pupils text not null,
  looks text not null,
  -- what this time round changes after the last one
  adjusts text not null,
  version integer not null,
  begun_at timestamptz not null,
  updated_at timestamptz not null,
  -- what came of it, when it was ended
  came_of_it text not null,
  finished_at timestamptz,
  primary key (owner_id, id),
  constraint coaching_cycle_number unique (owner_id, pairing_id, number)
);
create index coaching_cycle_pairing on coaching_cycle (owner_id, pairing_id);

-- A small thing to do in class: rehearsed, tried, met again after two weeks.
create table action_step (
  owner_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  position integer not null,
  words text not null,
  -- which lesson or class
  where_tried text not null,
  -- why more than the usual number at a time
  beyond text not null,
  -- whether they had seen somebody do it before they rehearsed it; null where it was not asked
  seen_first boolean,
  rehearsed_at timestamptz,
  rehearsed_how text,
  tried_on date,
  tried_words text not null,
  revisit_on date,
  revisited_at timestamptz,
  revisited_how text,
  revisited_words text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint action_step_of foreign key (owner_id, cycle_id) references coaching_cycle (owner_id, id),
  constraint action_step_rehearsed check (rehearsed_how in ('alone', 'together', 'not-needed')),
  constraint action_step_revisited check (revisited_how in ('by-itself', 'with-thought', 'forgot', 'slipped-back'))
);
create index action_step_cycle on action_step (owner_id, cycle_id);

-- A conversation, part by part: shared planning, questions, what was noticed, what comes next. The item is the coaching's.
create table conversation (
  owner_id uuid not null,
  id uuid not null,
  coaching_id uuid not null,
  meeting_id uuid,
  on_date date not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint conversation_of foreign key (owner_id, coaching_id) references coaching (owner_id, id),
  constraint conversation_meeting unique (owner_id, meeting_id)
);
create index conversation_coaching on conversation (owner_id, coaching_id, on_date);

create table conversation_part (
  owner_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  part text not null,
  text text not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (owner_id, id),
  constraint conversation_part_once unique (owner_id, conversation_id, part),
  constraint conversation_part_of foreign key (owner_id, conversation_id) references conversation (owner_id, id)
);

-- A note on a stretch of the conversation, on six dimensions. Its author alone changes it.
create table dialogue_note (
  owner_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  author_id uuid not null,
  words text not null,
  subject text not null,
  -- who began this stretch; null where it was neither more than the other, or nobody says
  initiator_id uuid,
  stimulus text,
  tone text,
  scale text,
  timeframe text,
  noted_at timestamptz not null,
  version integer not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint dialogue_note_of foreign key (owner_id, conversation_id) references conversation (owner_id, id)
);
create index dialogue_note_conversation on dialogue_note (owner_id, conversation_id);

-- Other support that a mentor opens a way to: a course, a colleague to watch, a network.
create table brokered_support (
  owner_id uuid not null,
  id uuid not null,
  coaching_id uuid not null,
  what text not null,
  who text not null,
  link text not null,
  by_on date,
  offered_by uuid not null,
  offered_at timestamptz not null,
  state text not null,
  came_of_it text not null,
  version integer not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint brokered_support_of foreign key (owner_id, coaching_id) references coaching (owner_id, id),
  constraint brokered_support_state check (state in ('suggested', 'arranged', 'happened', 'not-wanted'))
);
create index brokered_support_coaching on brokered_support (owner_id, coaching_id);

-- Three questions about the relationship. Its item is learning, and the learner's alone; counts of many make a trend.
create table relationship_pulse (
  owner_id uuid not null,
  id uuid not null,
  pairing_id uuid not null,
  person_id uuid not null,
  -- the first day of the time that was asked about
  round date not null,
  answers jsonb not null,
  words text not null,
  version integer not null,
  answered_at timestamptz not null,
  primary key (owner_id, id),
  constraint relationship_pulse_once unique (owner_id, pairing_id, person_id, round),
  constraint relationship_pulse_of foreign key (owner_id, pairing_id) references pairing (owner_id, id)
);
create index relationship_pulse_round on relationship_pulse (owner_id, round);

-- What a school decides about its mentoring and coaching.
create table coaching_setting (
  owner_id uuid not null,
  -- whom people may go to with a question, in the school's words
  contact text not null,
  -- every how many weeks the three questions are asked; 0: never
  pulse_weeks integer not null,
  -- what an hour of a teacher's time and an hour of cover cost, in the organisation's currency
  hour_cost numeric,
  cover_cost numeric,
  version integer not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (owner_id)
);
