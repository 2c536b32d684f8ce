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

-- Who changed or dropped a target, when, and what stood there before: goals decide ratings. The key is the message.
create table target_change (
  id bigint generated always as identity primary key,
  key text not null unique,
  target bigint not null references target (id),
  by_employee bigint references employee (id),
  before jsonb not null,
  at timestamptz not null
);
create index target_change_of on target_change (target, id);

-- One piece of work, as it was reported: how much, how well, by when. The key is the message that reported it; evidence
-- is kept under it (file_use with the purpose 'evidence'). The revision counts changes, so that nobody approves what they
-- have not seen.
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
  late boolean,
  link text,
  said text not null,
  status text not null default 'sent' check (status in ('sent', 'approved', 'asked', 'withdrawn')),
  revision integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index work_update_employee on work_update (employee, done_on);
create index work_update_target on work_update (target);
create index work_update_waiting on work_update (employee) where status = 'sent';

-- What was said about a report, by whom, and what stood there before a change: the dialogue, kept. The key is the
-- message that said it, with the report behind it where one message says something about several.
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
-- behaviour, 1 below, 2 as, 3 above expectation; the predicate follows from both. The version counts how often it was
-- filled in, so that nobody rates what they have not seen.
create table evaluation (
  id bigint generated always as identity primary key,
  key text not null unique,
  employee bigint not null references employee (id),
  year integer not null check (year between 2000 and 2200),
  quarter integer not null check (quarter between 1 and 4),
  results text not null,
  -- the seven BerAKHLAK behaviours by name: {"level": 1..3, "example": text}
  behaviours jsonb not null,
  own_result integer not null check (own_result between 1 and 3),
  own_behaviour integer not null check (own_behaviour between 1 and 3),
  version integer not null default 1,
  sent_at timestamptz not null,
  status text not null default 'sent' check (status in ('sent', 'asked', 'rated')),
  rated_by bigint references employee (id),
  result integer check (result between 1 and 3),
  behaviour integer check (behaviour between 1 and 3),
  reason text,
  rated_at timestamptz,
  -- what the person said to the rating, once
  replied text check (replied in ('accepted', 'objected')),
  replied_at timestamptz,
  unique (employee, year, quarter),
  check (rated_by <> employee),
  check ((status = 'rated') = (num_nonnulls(rated_by, result, behaviour, reason, rated_at) = 5))
);
create index evaluation_period on evaluation (year, quarter);
create index evaluation_open on evaluation (employee) where status <> 'rated';

-- All that was said about it, in order: the dialogue, each rating with its reason, and what stood there before a change
-- (then the two ratings are the own ones of before). The key is the message that said it.
create table evaluation_note (
  id bigint generated always as identity primary key,
  key text not null unique,
  evaluation bigint not null references evaluation (id) on delete cascade,
  by_employee bigint references employee (id),
  kind text not null check (kind in ('asked', 'answered', 'comment', 'changed', 'rated', 'accepted', 'objected')),
  text text,
  result integer check (result between 1 and 3),
  behaviour integer check (behaviour between 1 and 3),
  at timestamptz not null
);
create index evaluation_note_of on evaluation_note (evaluation, id);
