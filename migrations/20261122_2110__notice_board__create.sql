-- Messages that a school puts up for its staff, pupils and families until a day. The school is the owner; who reads one
-- stands in the audience of its item. (The table `notice` is something else: what waits for somebody on Today.)
create table posted_notice (
  owner_id uuid not null,
  -- that of its item
  id uuid not null,
  title text not null,
  text text not null,
  -- a bulletin is read out to pupils by their tutors
  sort text not null,
  -- the first and the last day on which it is shown
  from_on date not null,
  until_on date not null,
  must_read boolean not null,
  version integer not null,
  -- who has read this version or a later one need not read it again
  asked_version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint posted_notice_sort check (sort in ('notice', 'bulletin')),
  constraint posted_notice_days check (until_on >= from_on)
);
create index posted_notice_newest on posted_notice (owner_id, from_on desc, id desc);
create index posted_notice_until on posted_notice (owner_id, until_on);

-- Who said that they have read what must be read. Opening a notice is written down nowhere.
create table posted_notice_reading (
  owner_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  -- the version they had before them
  version integer not null,
  said_at timestamptz not null,
  primary key (owner_id, notice_id, person_id),
  constraint posted_notice_reading_notice foreign key (owner_id, notice_id) references posted_notice (owner_id, id)
);
create index posted_notice_reading_person on posted_notice_reading (owner_id, person_id);

-- When somebody last looked at the notices of an organisation, and before that on an earlier day. Their own.
create table notice_board_look (
  owner_id uuid not null,
  organisation_id uuid not null,
  looked_at timestamptz not null,
  before_at timestamptz,
  primary key (owner_id, organisation_id)
);

-- What somebody does not wish to see on Today any more. Their own.
create table notice_board_aside (
  owner_id uuid not null,
  organisation_id uuid not null,
  notice_id uuid not null,
  put_at timestamptz not null,
  primary key (owner_id, organisation_id, notice_id)
);
