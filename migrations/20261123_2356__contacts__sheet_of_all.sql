-- A sheet may be of every pupil of the school: it then names no class.
alter table contact_sheet alter column unit_id drop not null;
