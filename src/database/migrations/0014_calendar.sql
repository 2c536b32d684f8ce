-- Days off that officers added, before those that ship with the bot: of one day what is here holds. kind is 'nasional',
-- 'bersama' (cuti bersama), 'daerah' (a local holiday) or 'kerja' (a working day after all). added_by is an account.
create table holiday (
  day date primary key,
  kind text not null check (kind in ('nasional', 'bersama', 'daerah', 'kerja')),
  name text not null,
  decree text not null,
  added_by text not null,
  added_at timestamptz not null
);

-- Who is away when, so that reminders wait: on leave, or on duty elsewhere. key is the message that said it.
create table absence (
  id bigint generated always as identity primary key,
  key text not null unique,
  employee bigint not null references employee (id),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  kind text not null check (kind in ('cuti', 'dinas')),
  noted_by text not null,
  noted_at timestamptz not null
);
create index absence_of on absence (employee, last_day);

-- A table of days off that an officer sent in, as it was read, until they say that it holds.
create table holiday_draft (
  id bigint generated always as identity primary key,
  key text not null unique,
  account text not null,
  days jsonb not null,
  made_at timestamptz not null
);
