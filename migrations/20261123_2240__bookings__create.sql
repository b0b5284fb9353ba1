-- Rooms and equipment booked by colleagues, beside what the timetable takes by itself.

-- How many there are of it: thirty laptops are one line of thirty. A room is one.
alter table room add column how_many integer not null default 1;
alter table room add constraint room_how_many check (how_many > 0);
-- Who may book it by themselves.
alter table room add column bookable text not null default 'staff';
alter table room add constraint room_bookable check (bookable in ('staff', 'keepers', 'nobody'));
-- A booking waits until a keeper has said yes.
alter table room add column asks_first boolean not null default false;

create table booking (
  owner_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  on_date date not null,
  starts_at time not null,
  ends_at time not null,
  how_many integer not null,
  -- what it is for
  purpose text not null,
  booked_by uuid not null,
  -- the weekly booking that it is one of
  series_id uuid,
  -- null while a keeper has not said yes
  agreed_at timestamptz,
  agreed_by uuid,
  version integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  -- why somebody else took it back
  ended_why text,
  primary key (owner_id, id),
  constraint booking_room foreign key (owner_id, room_id) references room (owner_id, id),
  constraint booking_times check (starts_at < ends_at),
  constraint booking_how_many check (how_many > 0)
);
create index booking_day on booking (owner_id, on_date) where ended_at is null;
create index booking_of_room on booking (owner_id, room_id, on_date) where ended_at is null;
create index booking_of_person on booking (owner_id, booked_by, on_date);
create index booking_of_series on booking (owner_id, series_id) where series_id is not null;
