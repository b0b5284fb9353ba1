-- How teaching is arranged: one teacher with one class for most of the day, or lesson by lesson.

-- Null where the school has not said: it is then told from its classes.
alter table organisation add column teaches_by text;
alter table organisation add constraint organisation_teaches_by check (teaches_by in ('class', 'lesson'));
