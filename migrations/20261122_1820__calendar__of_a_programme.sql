-- Calendars elsewhere: when they had to be told anew of a step, and the address of a programme's own calendar.

-- When its title, day, time, length or place last changed, or it was taken out or put back; null since it was laid out.
alter table programme_step add column calendar_changed_at timestamptz;

-- A member's secret address under which calendar programs read the steps of a programme, and nothing else of it.
create table programme_calendar (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint programme_calendar_hash unique (owner_id, token_hash),
  constraint programme_calendar_programme foreign key (owner_id, programme_id) references programme (owner_id, id)
);
create index programme_calendar_of on programme_calendar (owner_id, programme_id, person_id);
