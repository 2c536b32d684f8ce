-- Something people have to report or do by a day, once or again and again, and how they are reminded of it. A draft is
-- what an officer is still looking at: a new one, or one that is to take the place of version `base` of another.
-- Reminders have been planned through planned_on for version planned_version.
create table deadline (
  id bigint generated always as identity primary key,
  key text not null unique,
  title text not null,
  template text,
  recurrence jsonb not null,
  shift text not null check (shift in ('none', 'before', 'after')),
  audience jsonb not null,
  plan jsonb not null,
  hour smallint not null check (hour between 6 and 17),
  escalation jsonb not null,
  done jsonb not null,
  words text,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  status text not null check (status in ('draft', 'active', 'paused', 'ended')),
  version integer not null default 1,
  replaces bigint references deadline (id) on delete cascade,
  base integer,
  made_by text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  planned_on date,
  planned_version integer
);
create index deadline_active on deadline (planned_on) where status = 'active';

-- Who changed what of a deadline, by the version it became.
create table deadline_change (
  deadline bigint not null references deadline (id) on delete cascade,
  version integer not null,
  by text not null,
  fields text[] not null,
  at timestamptz not null,
  primary key (deadline, version)
);

-- One time a deadline falls due. `planned`: the steps through this day have been looked at. After last_day nothing more
-- is said about it. hr_on: the day from which the officers are told who is missing.
create table occurrence (
  id bigint generated always as identity primary key,
  deadline bigint not null references deadline (id) on delete cascade,
  nominal date not null,
  due date not null,
  period_from date not null,
  period_to date not null,
  label text not null,
  planned date not null,
  last_day date not null,
  hr_on date,
  hr_said_at timestamptz,
  unique (deadline, nominal)
);
create index occurrence_open on occurrence (deadline, last_day);
create index occurrence_hr on occurrence (hr_on) where hr_on is not null and hr_said_at is null;

-- One row per person and step, planned at an instant, to be said on `day` from `hour` on; said_at once the digest of the
-- day `digest` that has it was handed to the mailbox. A step is H-7, H, H+2, atasan (for a supervisor) or besok:DAY
-- (asked for).
create table reminder (
  occurrence bigint not null references occurrence (id) on delete cascade,
  employee bigint not null,
  step text not null,
  planned_at timestamptz not null,
  day date not null,
  hour smallint not null,
  digest date,
  said_at timestamptz,
  primary key (occurrence, employee, step)
);
create index reminder_waiting on reminder (day, employee, hour) where said_at is null;
create index reminder_unsaid on reminder (employee, day) where said_at is null;

-- One digest a person and day: who puts the row in writes it, of what was planned when it began; where nobody said so in
-- posted_at, another may after a while, and writes the same.
create table digest (
  day date not null,
  employee bigint not null,
  began_at timestamptz not null,
  taken_at timestamptz not null,
  posted_at timestamptz,
  primary key (day, employee)
);

-- Who has done what was asked, and how that is known. The key is the message that said it. The evidence is kept under the
-- key of this row (file_use with the purpose 'completion').
create table completion (
  occurrence bigint not null references occurrence (id) on delete cascade,
  employee bigint not null references employee (id),
  key text not null unique,
  how text not null check (how in ('said', 'list')),
  evidence text,
  by text not null,
  at timestamptz not null,
  primary key (occurrence, employee)
);
create index completion_of on completion (employee);

-- The address under which somebody's deadlines can be read by their calendar; only the sha256 of its secret.
create table calendar_feed (
  employee bigint primary key references employee (id) on delete cascade,
  digest text not null unique,
  made_at timestamptz not null
);
