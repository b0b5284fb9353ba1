-- Whether a file shows pupils or their work. Such files stay in the school's keeping when their owner leaves.
alter table file add column of_pupils boolean not null default true;
