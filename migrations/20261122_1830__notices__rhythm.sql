-- How people hear by mail of what waits for them. Whoever wanted mail until now hears at once, as before; whoever
-- wanted none hears nothing.
alter table reminder_choice add column rhythm text not null default 'at-once';
update reminder_choice set rhythm = 'never' where not by_mail;
alter table reminder_choice drop column by_mail;
alter table reminder_choice add constraint reminder_choice_rhythm
  check (rhythm in ('at-once', 'daily', 'weekly', 'never'));
-- The day of the weekly letter: 1 is Monday, 7 Sunday.
alter table reminder_choice add column week_day integer not null default 1;
alter table reminder_choice add constraint reminder_choice_week_day check (week_day between 1 and 7);
-- A note before something that has a time begins.
alter table reminder_choice add column soon text not null default 'no';
alter table reminder_choice add constraint reminder_choice_soon check (soon in ('no', 'hour', 'morning'));
-- Times by the clock of the organisation that writes; both null where no hours are quiet.
alter table reminder_choice add column quiet_from text default '18:00';
alter table reminder_choice add column quiet_until text default '07:30';
alter table reminder_choice add constraint reminder_choice_quiet
  check ((quiet_from is null) = (quiet_until is null));
-- 1 is Monday, 7 Sunday; null: the weekend of where the organisation is.
alter table reminder_choice add column quiet_days integer[];
-- Whether the days on which they do not work are quiet as well.
alter table reminder_choice add column days_off_quiet boolean not null default false;

-- When a letter first told of it; mailed_at is when a letter told of it as due.
alter table notice add column told_at timestamptz;
update notice set told_at = created_at;
-- When it begins, for what has a time rather than a last day; and the beginning that a note before it was about.
alter table notice add column begins_at timestamptz;
alter table notice add column noted_for timestamptz;
create index notice_untold on notice (owner_id) where done_at is null and told_at is null;
create index notice_begins on notice (owner_id, begins_at) where done_at is null and begins_at is not null;

-- Until when the letters of an organisation about what waits are written.
create table notice_round (
  owner_id uuid not null,
  written_until timestamptz not null,
  primary key (owner_id)
);
