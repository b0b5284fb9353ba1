-- Several carers of one child: whom to call first, who is told what, and what a court or the school has said.

-- Of what concerns the child this grown-up may be told, and reads in an account of their own.
alter table family_relation add column told text[] not null
  default '{attendance,behaviour,learning,messages,notices}';
alter table family_relation add constraint family_relation_told
  check (told <@ '{attendance,behaviour,learning,messages,notices}');
-- The order in which they are called; whoever has none comes after those who have.
alter table family_relation add column called_in integer;
-- Whether the child lives with them; null when nobody said.
alter table family_relation add column lives_with boolean;
-- Whether they have parental responsibility; null when nobody said.
alter table family_relation add column responsibility boolean;
-- What a court or the school has said about contact, in words; null for nothing.
alter table family_relation add column restriction text;
alter table family_relation add column version integer not null default 1;
