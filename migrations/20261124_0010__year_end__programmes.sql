-- Programmes that go on next year are copied as drafts, and taken back with the rest.
alter table year_end_row drop constraint year_end_row_kind;
alter table year_end_row add constraint year_end_row_kind check (kind in ('membership-ended', 'membership-made',
  'member-ended', 'year-label', 'unit-ended', 'timetable-copied', 'programme-copied'));
