-- What went well and what went wrong with pupils, in the school's own categories, and what follows from it. Nothing
-- here is an item: who reads it follows from roles, from the classes people teach, and from what a family is told of.

-- What a school notes. One that stands for something that went well counts towards rewards; the other never takes away.
create table behaviour_category (
  owner_id uuid not null,
  id uuid not null,
  tone text not null,
  name text not null,
  -- when to choose it, in a sentence
  about text not null,
  -- a sign beside the name, for those who read little; '' for none
  sign text not null,
  -- what it counts, where a school uses points; null for none
  points integer,
  position integer not null,
  version integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint behaviour_category_tone check (tone in ('positive', 'negative')),
  constraint behaviour_category_points check (points is null or (tone = 'positive' and points between 1 and 100))
);

-- What a school has settled about it; a school without a row has settled nothing.
create table behaviour_settings (
  owner_id uuid not null,
  -- what the school promises families about detentions outside school hours
  promise text not null,
  -- how many hours before such a detention a family is told
  notice_hours integer not null,
  -- whether a class sees how much went well in it; never compared with another
  class_totals boolean not null,
  version integer not null,
  primary key (owner_id)
);

-- One thing noted about one pupil. What was noted of several at one go has one batch and a row each, so that nobody
-- reads of another in it.
create table behaviour_event (
  owner_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  pupil_id uuid not null,
  category_id uuid not null,
  -- as the category was when it was noted
  tone text not null,
  points integer,
  happened_on date not null,
  happened_at time,
  place text not null,
  -- the class in which it was, where it was in a lesson
  unit_id uuid,
  words text not null,
  -- whether pupil and family read it: 'shown', 'kept', or 'waiting' until somebody who looks after the pupil has looked
  seen text not null,
  looked_by uuid,
  looked_at timestamptz,
  written_by uuid not null,
  version integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint behaviour_event_category foreign key (owner_id, category_id)
    references behaviour_category (owner_id, id),
  constraint behaviour_event_tone check (tone in ('positive', 'negative')),
  constraint behaviour_event_seen check (seen in ('shown', 'kept', 'waiting'))
);
create index behaviour_event_pupil on behaviour_event (owner_id, pupil_id, happened_on desc);
create index behaviour_event_day on behaviour_event (owner_id, happened_on);
create index behaviour_event_batch on behaviour_event (owner_id, batch_id);
create index behaviour_event_waiting on behaviour_event (owner_id, happened_on)
  where seen = 'waiting' and ended_at is null;
create index behaviour_event_writer on behaviour_event (owner_id, written_by, created_at desc);

-- What a pupil or a grown-up of the family says about it. Between them and the school.
create table behaviour_reply (
  owner_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  written_by uuid not null,
  words text not null,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint behaviour_reply_event foreign key (owner_id, event_id) references behaviour_event (owner_id, id),
  constraint behaviour_reply_once unique (owner_id, event_id, written_by)
);

-- What a school gives for what went well, and from when on.
create table behaviour_reward (
  owner_id uuid not null,
  id uuid not null,
  name text not null,
  -- what its certificate says
  words text not null,
  counts text not null,
  needed integer not null,
  span text not null,
  version integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint behaviour_reward_counts check (counts in ('events', 'points')),
  constraint behaviour_reward_span check (span in ('term', 'year')),
  constraint behaviour_reward_needed check (needed between 1 and 10000)
);

-- That it was given, for one term or year. Who has reached it and was not given it is worked out, never stored.
create table behaviour_reward_given (
  owner_id uuid not null,
  id uuid not null,
  reward_id uuid not null,
  pupil_id uuid not null,
  -- the first day of that term or year
  since date not null,
  -- as the reward was when it was given
  name text not null,
  words text not null,
  given_by uuid not null,
  given_on date not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint behaviour_reward_given_reward foreign key (owner_id, reward_id)
    references behaviour_reward (owner_id, id)
);
create unique index behaviour_reward_given_once on behaviour_reward_given (owner_id, reward_id, pupil_id, since)
  where ended_at is null;
create index behaviour_reward_given_pupil on behaviour_reward_given (owner_id, pupil_id);

-- What follows when something went wrong: when, where, with whom, and how it ended.
create table behaviour_follow_up (
  owner_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  kind text not null,
  -- the events it is about
  about uuid[] not null,
  -- what it is for, in words that pupil and family read
  words text not null,
  on_date date not null,
  starts_at time not null,
  minutes integer not null,
  place text not null,
  supervisor_id uuid,
  told_how text not null,
  told_on date,
  state text not null,
  -- the day it was planned for first, where it was moved
  moved_from date,
  -- how it went, in words that pupil and family read
  outcome text not null,
  put_right boolean not null,
  planned_by uuid not null,
  version integer not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint behaviour_follow_up_kind check (kind in ('talk', 'repair', 'detention', 'detention-after', 'other')),
  constraint behaviour_follow_up_told check (told_how in ('', 'spoken', 'phone', 'message', 'letter')),
  constraint behaviour_follow_up_state check (state in ('planned', 'happened', 'not-needed')),
  constraint behaviour_follow_up_minutes check (minutes between 1 and 480)
);
create index behaviour_follow_up_pupil on behaviour_follow_up (owner_id, pupil_id, on_date desc);
create index behaviour_follow_up_day on behaviour_follow_up (owner_id, on_date);

-- What helps a pupil, in a few lines, by those who teach them.
create table behaviour_help_note (
  owner_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  words text not null,
  -- pupil and family read it too
  shared boolean not null,
  written_by uuid not null,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
create index behaviour_help_note_pupil on behaviour_help_note (owner_id, pupil_id);
