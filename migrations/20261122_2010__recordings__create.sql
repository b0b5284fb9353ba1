-- Recordings of lessons: film or sound that a teacher made of their own lesson, and what is noted about it.
-- The media themselves lie sealed in the vault; rows here say what lies there. The school is the owner.

create table recording (
  owner_id uuid not null,
  id uuid not null,
  title text not null,
  -- what went on: for whoever opens it later
  lesson text not null,
  -- who else may be seen or heard: other children, visitors, staff
  others text not null,
  filmed_on date not null,
  -- 'video' or 'audio', once something has arrived
  kind text,
  -- a class of the school, where it is one
  unit_id uuid,
  -- the pairing, partnership, group or programme it is worked on in, and the step it was made for
  circle_id uuid,
  step_id uuid,
  -- the purpose that the consent of those filmed is asked for
  consent_purpose text not null,
  -- somebody without that consent can be seen, so it arrives blurred or not at all
  blur_needed boolean not null,
  -- what was done on the device before it was sent
  prepared jsonb not null,
  state text not null,
  -- why it could not be made ready, in a word
  trouble text,
  -- a part and a turn that its author asked for after it was sent: { fromMs, toMs, turn }
  wanted jsonb,
  -- the key of its media, wrapped by the instance key; null once it was erased
  wrapped_key bytea,
  duration_ms integer,
  width integer,
  height integer,
  -- the loudest of each of its thousand parts, 0 to 100
  peaks jsonb,
  -- its media go when this day is over
  keep_until date not null,
  -- what becomes of its notes then
  notes_after text not null,
  tag_sets text[] not null,
  clip_form text,
  -- from when its author has watched it, so that others may
  watched_at timestamptz,
  -- from when what judges is read too
  debrief_at timestamptz,
  -- the recording of which this is a part, where it was copied to be an exemplar
  copied_from uuid,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  arrived_at timestamptz,
  erased_at timestamptz,
  erased_why text,
  primary key (owner_id, id),
  constraint recording_kind check (kind in ('video', 'audio')),
  constraint recording_state check (state in ('described', 'arrived', 'making', 'ready', 'as-sent', 'unreadable', 'erased')),
  constraint recording_notes_after check (notes_after in ('go', 'stay'))
);
create index recording_keep on recording (owner_id, keep_until);
create index recording_circle on recording (owner_id, circle_id);

-- The pupils who may be seen or heard in it, and what their families had said on that day.
create table recording_pupil (
  owner_id uuid not null,
  recording_id uuid not null,
  person_id uuid not null,
  -- 'seen': may be recognised; 'hidden': out of the picture, or blurred
  shown text not null,
  -- 'given', 'refused', 'none' or 'lapsed' when it was described
  consent text not null,
  -- since when the consent is taken back
  taken_back_at timestamptz,
  primary key (owner_id, recording_id, person_id),
  constraint recording_pupil_of foreign key (owner_id, recording_id) references recording (owner_id, id),
  constraint recording_pupil_shown check (shown in ('seen', 'hidden'))
);
create index recording_pupil_person on recording_pupil (owner_id, person_id);

-- What is on its way from a device. Its id is that of the sealed file it is written to.
create table recording_upload (
  owner_id uuid not null,
  id uuid not null,
  recording_id uuid not null,
  person_id uuid not null,
  name text not null,
  -- as its sender said it would be
  bytes bigint not null,
  prepared jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  finished_at timestamptz,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint recording_upload_of foreign key (owner_id, recording_id) references recording (owner_id, id)
);
create index recording_upload_recording on recording_upload (owner_id, recording_id);

-- What lies in the vault. The id is that of the sealed file.
create table recording_medium (
  owner_id uuid not null,
  id uuid not null,
  recording_id uuid not null,
  part text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint recording_medium_of foreign key (owner_id, recording_id) references recording (owner_id, id),
  constraint recording_medium_part check (part in ('sent', 'playable', 'poster'))
);
create index recording_medium_recording on recording_medium (owner_id, recording_id);

-- Each of those who watch it: when they had, and from when their notes may stand beside the others'.
create table recording_watcher (
  owner_id uuid not null,
  recording_id uuid not null,
  person_id uuid not null,
  watched_at timestamptz,
  ready_at timestamptz,
  primary key (owner_id, recording_id, person_id),
  constraint recording_watcher_of foreign key (owner_id, recording_id) references recording (owner_id, id)
);

-- Each time somebody else played it; the author reads it.
create table recording_view (
  owner_id uuid not null,
  id uuid not null,
  recording_id uuid not null,
  person_id uuid not null,
  began_at timestamptz not null,
  last_at timestamptz not null,
  hidden_until timestamptz,
  primary key (owner_id, id),
  constraint recording_view_of foreign key (owner_id, recording_id) references recording (owner_id, id)
);
create index recording_view_recording on recording_view (owner_id, recording_id, began_at);

-- A note on a moment or a stretch. Its writer's alone until it is shared; nobody edits another's.
create table recording_note (
  owner_id uuid not null,
  id uuid not null,
  recording_id uuid not null,
  person_id uuid not null,
  from_ms integer not null,
  to_ms integer,
  -- 'describe': what happened; 'judge': what the writer makes of it, read by others only once the talk is open
  sort text not null,
  text text not null,
  -- 'set/tag' of the catalogue, or 'id/tag' of a set of the school's own
  tags text[] not null,
  -- the utterance it is about, where it is about one
  utterance_id uuid,
  shared_at timestamptz,
  -- where it came from, if it was brought in
  origin text,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint recording_note_of foreign key (owner_id, recording_id) references recording (owner_id, id),
  constraint recording_note_sort check (sort in ('describe', 'judge')),
  constraint recording_note_time check (from_ms >= 0 and to_ms > from_ms)
);
create index recording_note_time on recording_note (owner_id, recording_id, from_ms);

create table recording_reply (
  owner_id uuid not null,
  id uuid not null,
  recording_id uuid not null,
  note_id uuid not null,
  person_id uuid not null,
  text text not null,
  version integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint recording_reply_to foreign key (owner_id, note_id) references recording_note (owner_id, id)
);
create index recording_reply_note on recording_reply (owner_id, recording_id, note_id);

-- What one person writes about a clip under the headings of a clip form.
create table recording_clip_form (
  owner_id uuid not null,
  id uuid not null,
  recording_id uuid not null,
  person_id uuid not null,
  form text not null,
  from_ms integer not null,
  to_ms integer not null,
  answers jsonb not null,
  shared_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint recording_clip_form_of foreign key (owner_id, recording_id) references recording (owner_id, id)
);
create index recording_clip_form_recording on recording_clip_form (owner_id, recording_id);

-- Sets of tags that the school's own staff made.
create table recording_tag_set (
  owner_id uuid not null,
  id uuid not null,
  title text not null,
  plain text not null,
  tags jsonb not null,
  made_by uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);

-- The clips of somebody's reel, in their order.
create table recording_clip (
  owner_id uuid not null,
  id uuid not null,
  recording_id uuid not null,
  person_id uuid not null,
  from_ms integer not null,
  to_ms integer not null,
  title text not null,
  position integer not null,
  shared_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint recording_clip_of foreign key (owner_id, recording_id) references recording (owner_id, id),
  constraint recording_clip_time check (from_ms >= 0 and to_ms > from_ms)
);
create index recording_clip_recording on recording_clip (owner_id, recording_id, person_id, position);

-- What was said, by whom. Bringing in another ends the one before, which stays to be brought back.
create table recording_transcript (
  owner_id uuid not null,
  id uuid not null,
  recording_id uuid not null,
  language text not null,
  -- 'vtt', 'csv' or 'typed'
  origin text not null,
  made_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint recording_transcript_of foreign key (owner_id, recording_id) references recording (owner_id, id)
);
create index recording_transcript_recording on recording_transcript (owner_id, recording_id);

create table recording_utterance (
  owner_id uuid not null,
  id uuid not null,
  transcript_id uuid not null,
  from_ms integer not null,
  to_ms integer not null,
  speaker text not null,
  text text not null,
  tags text[] not null,
  version integer not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint recording_utterance_of foreign key (owner_id, transcript_id) references recording_transcript (owner_id, id),
  constraint recording_utterance_time check (from_ms >= 0 and to_ms > from_ms)
);
create index recording_utterance_time on recording_utterance (owner_id, transcript_id, from_ms);

-- A recording that its author shows to all staff as an example of something. It shares the recording's id.
create table exemplar (
  owner_id uuid not null,
  id uuid not null,
  domain text not null,
  subject text not null,
  phase text not null,
  -- a formative rubric of the catalogue and one of its rows
  rubric text,
  rubric_row text,
  look_for text not null,
  -- what a clip of one lesson leaves out
  not_shown text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint exemplar_of foreign key (owner_id, id) references recording (owner_id, id)
);
create index exemplar_found on exemplar (owner_id, domain, subject, phase);

-- How long the school keeps recordings. No row means the usual.
create table recording_settings (
  owner_id uuid not null,
  usual_days integer not null,
  longest_days integer not null,
  warn_days integer not null,
  version integer not null,
  changed_at timestamptz not null,
  primary key (owner_id)
);
