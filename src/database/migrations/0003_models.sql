-- Vectors by what was embedded, not by the row it stood in: a passage that is read in again with the same words
-- has its vector already. The digest is passage.digest, a hash of title, body and questions; a model is stored
-- under its name and, where a length was asked for, "@" and the length.
alter table embedding rename to embedding_by_passage;
create table embedding (
  digest text not null,
  model text not null,
  vector vector not null,
  primary key (digest, model)
);
-- A vector of 1,024 numbers is too long for a row of the usual size; beside the table it would take a lookup of its
-- own each time all are compared.
alter table embedding alter column vector set storage main;
insert into embedding (digest, model, vector)
  select passage.digest, model, vector from embedding_by_passage join passage on passage.id = embedding_by_passage.passage
  on conflict do nothing;
drop table embedding_by_passage;
create index passage_digest on passage (digest);

-- How many answers of a model each person had on a day; the person is a mark that holds for that day alone.
create table model_use (
  day date not null,
  person text not null,
  answers integer not null,
  primary key (day, person)
);

-- Every call of a model that writes: what it was shown and cited, how it ended; not who asked, not what was said.
create table model_call (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  prompt text not null,
  version text not null,
  model text not null,
  passages bigint[] not null default '{}',
  citations text[] not null default '{}',
  outcome text not null check (outcome in ('answered', 'unknown', 'ungrounded', 'unusable', 'unavailable', 'over-budget')),
  milliseconds integer not null,
  characters_in integer not null,
  characters_out integer not null
);
create index model_call_at on model_call (at);
