-- What somebody is to achieve in a year (rencana hasil kerja, RHK): their own, or part of their supervisor's.
create table target (
  id bigint generated always as identity primary key,
  key text not null unique,
  employee bigint not null references employee (id),
  year integer not null check (year between 2000 and 2200),
  number integer not null check (number > 0),
  title text not null,
  parent bigint references target (id),
  -- quantity: so many of a unit over the year; quality: what good means, in words, and a share of 100 where it is counted
  quantity numeric check (quantity > 0),
  unit text,
  quality text,
  quality_goal numeric check (quality_goal between 0 and 100),
  due date,
  created_at timestamptz not null,
  dropped_at timestamptz,
  unique (employee, year, number)
);
create index target_parent on target (parent);

-- One piece of work, as it was reported: how much, how well, by when; what the supervisor said of it stands in the notes.
create table work_update (
  id bigint generated always as identity primary key,
  key text not null unique,
  employee bigint not null references employee (id),
  target bigint references target (id),
  done_on date not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  -- of that quantity, so much was right the first time; null where it was not said
  good numeric check (good >= 0 and good <= quantity),
  quality text,
  late boolean,
  link text,
  said text not null,
  status text not null default 'sent' check (status in ('sent', 'approved', 'asked', 'withdrawn')),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index work_update_employee on work_update (employee, done_on);
create index work_update_waiting on work_update (employee) where status = 'sent';

-- What was said about a report, by whom: the dialogue, kept. The key is the message that said it.
create table work_note (
  id bigint generated always as identity primary key,
  key text not null unique,
  work_update bigint not null references work_update (id) on delete cascade,
  by_employee bigint references employee (id),
  kind text not null check (kind in ('approved', 'asked', 'comment', 'changed', 'withdrawn')),
  text text,
  at timestamptz not null
);
create index work_note_of on work_note (work_update, id);

-- The quarterly self-evaluation and what the supervisor made of it (PermenPANRB 6/2022): ratings of results and of
-- behaviour, 1 below, 2 as, 3 above expectation; the predicate follows from both.
create table evaluation (
  id bigint generated always as identity primary key,
  key text not null unique,
  employee bigint not null references employee (id),
  year integer not null,
  quarter integer not null check (quarter between 1 and 4),
  results text not null,
  -- the seven BerAKHLAK behaviours by name: {"level": 1..3, "example": text}
  behaviours jsonb not null,
  own_result integer not null check (own_result between 1 and 3),
  own_behaviour integer not null check (own_behaviour between 1 and 3),
  sent_at timestamptz not null,
  rated_by bigint references employee (id),
  result integer check (result between 1 and 3),
  behaviour integer check (behaviour between 1 and 3),
  reason text,
  rated_at timestamptz,
  status text not null default 'sent' check (status in ('sent', 'asked', 'rated')),
  unique (employee, year, quarter),
  check (rated_by <> employee)
);

create table evaluation_note (
  id bigint generated always as identity primary key,
  key text not null unique,
  evaluation bigint not null references evaluation (id) on delete cascade,
  by_employee bigint references employee (id),
  kind text not null check (kind in ('asked', 'comment', 'changed', 'rated')),
  text text,
  at timestamptz not null
);
create index evaluation_note_of on evaluation_note (evaluation, id);
