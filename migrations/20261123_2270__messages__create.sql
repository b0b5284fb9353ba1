-- Conversations of the school day: between a pupil or a carer and those who teach the child, in a class, among staff.
-- The school is the owner; who takes part and who watches stands in the audience of the conversation's item.
create table talk (
  owner_id uuid not null,
  -- that of its item
  id uuid not null,
  -- a pupil with one of the staff, a carer with one of the staff, a class, staff among themselves
  sort text not null,
  -- '' where it is named by its people
  title text not null,
  -- the pupil it is with, or the child it is about
  pupil_id uuid,
  -- everybody writes, or only those who look after it
  mode text not null,
  -- the last day on which anything is written in it
  until_on date,
  -- names those between whom it is, where there is one such conversation at most
  between_key text,
  -- the delivery of its newest message
  last_at timestamptz not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint talk_sort check (sort in ('pupil', 'family', 'class', 'staff')),
  constraint talk_mode check (mode in ('discuss', 'announce')),
  constraint talk_between unique (owner_id, between_key)
);
create index talk_pupil on talk (owner_id, pupil_id);
create index talk_newest on talk (owner_id, last_at desc);

-- Those who are in it by name, and for what: whoever wrote to whom, and who watches a class's space by name.
create table talk_person (
  owner_id uuid not null,
  talk_id uuid not null,
  person_id uuid not null,
  part text not null,
  primary key (owner_id, talk_id, person_id),
  constraint talk_person_of foreign key (owner_id, talk_id) references talk (owner_id, id),
  constraint talk_person_part check (part in ('staff', 'pupil', 'carer', 'watcher'))
);
create index talk_person_who on talk_person (owner_id, person_id);

create table message (
  owner_id uuid not null,
  id uuid not null,
  talk_id uuid not null,
  author_id uuid not null,
  text text not null,
  version integer not null,
  written_at timestamptz not null,
  -- nobody but its author reads it before
  delivers_at timestamptz not null,
  -- its author asked that quiet hours be passed over
  urgent boolean not null,
  -- taken away before it was delivered: nobody reads it any more
  undone_at timestamptz,
  -- taken back afterwards: a mark stands in its place, and those who watch still read it
  taken_back_at timestamptz,
  -- the school's words that were found in it
  flagged text[],
  -- not shown before somebody who watches has looked
  held boolean not null,
  looked_by uuid,
  looked_at timestamptz,
  outcome text,
  primary key (owner_id, id),
  constraint message_of foreign key (owner_id, talk_id) references talk (owner_id, id),
  constraint message_outcome check (outcome in ('false-alarm', 'talked', 'passed-on', 'kept-back')),
  constraint message_looked check ((looked_at is null) = (outcome is null))
);
create index message_thread on message (owner_id, talk_id, delivers_at desc, id desc);
create index message_author on message (owner_id, author_id);
create index message_flagged on message (owner_id, written_at) where flagged is not null and looked_at is null;

-- What somebody says about a message to those who watch. Its item's author is who said it; the writer is not told who.
create table message_report (
  owner_id uuid not null,
  -- that of its item
  id uuid not null,
  message_id uuid not null,
  -- whoever wrote the message: they never decide about it
  reported_id uuid not null,
  -- somebody is not safe
  unsafe boolean not null,
  text text not null,
  -- 0 those who watch, 1 the safeguarding lead as well, 2 the head as well
  level integer not null,
  state text not null,
  outcome text,
  answer text not null,
  answered_by uuid,
  answered_at timestamptz,
  -- when the next level hears of it if nobody has looked; null where nobody comes after
  escalates_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint message_report_message foreign key (owner_id, message_id) references message (owner_id, id),
  constraint message_report_state check (state in ('open', 'looking', 'closed')),
  constraint message_report_outcome check (outcome in ('nothing-wrong', 'talked', 'taken-away', 'passed-on'))
);
create index message_report_message on message_report (owner_id, message_id);
create index message_report_open on message_report (owner_id, escalates_at) where state = 'open';

-- How a school wishes it.
create table message_settings (
  owner_id uuid not null,
  quiet_from text,
  quiet_until text,
  -- 1 is Monday; null for the weekend of where the school is
  quiet_days integer[],
  flag_words text[] not null,
  -- a flagged message waits for somebody to look, or is shown and somebody is told
  flag_mode text not null,
  hours_to_lead integer not null,
  hours_to_head integer not null,
  -- who watches where pupils take part; nobody named means the safeguarding lead
  watchers uuid[] not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (owner_id),
  constraint message_settings_mode check (flag_mode in ('hold', 'show')),
  constraint message_settings_quiet check ((quiet_from is null) = (quiet_until is null))
);

-- What somebody has read, muted and left. Their own, and read by nobody else.
create table talk_own (
  owner_id uuid not null,
  organisation_id uuid not null,
  talk_id uuid not null,
  -- what was delivered until then they have had before them
  read_until timestamptz,
  muted_at timestamptz,
  left_at timestamptz,
  primary key (owner_id, organisation_id, talk_id)
);
