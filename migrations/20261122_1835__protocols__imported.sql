-- The file that a school's protocol came in, where it was imported rather than written.
alter table protocol_template add column imported_from text;
