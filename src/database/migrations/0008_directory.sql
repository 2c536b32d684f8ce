-- The units of the government, as a tree: an OPD, and what is below it. The key is the name folded, so that two
-- spellings of one name are one unit.
create table unit (
  id bigint generated always as identity primary key,
  name text not null,
  key text not null,
  parent bigint references unit (id),
  unique nulls not distinct (parent, key)
);

-- Everybody who works here, and who did: nobody is deleted by an import. Phones are E.164, e-mail is in small letters,
-- competencies are names as the office writes them.
create table employee (
  id bigint generated always as identity primary key,
  nip text not null unique check (nip ~ '^[0-9]{18}$'),
  name text not null,
  kind text not null check (kind in ('PNS', 'PPPK')),
  unit bigint not null references unit (id),
  position text not null,
  grade text,
  email text,
  phone text,
  supervisor bigint references employee (id) check (supervisor <> id),
  role text not null default 'employee' check (role in ('employee', 'hr', 'admin')),
  -- what they have, and what their position asks for
  qualification text,
  wanted_qualification text,
  competencies text[] not null default '{}',
  wanted_competencies text[] not null default '{}',
  -- the age at which they retire where the office states it (years); else it follows from the position
  retirement_age integer check (retirement_age between 50 and 75),
  -- the first day they no longer work because of their age
  retires_on date,
  left_on date,
  updated_at timestamptz not null default now()
);
create index employee_supervisor on employee (supervisor);
create index employee_unit on employee (unit);
create index employee_email on employee (email) where email is not null;
create index employee_phone on employee (phone) where phone is not null;
create index employee_retires on employee (retires_on, unit) where left_on is null;
-- Those who work here, ready to be counted by position and by all else that is asked, listed by name, found by a part of
-- their name, and the qualifications there are.
create index employee_counted on employee (position, unit, kind, grade, nip, retires_on) where left_on is null;
create index employee_born on employee (nip) where left_on is null;
create index employee_kind on employee (kind, grade, nip) where left_on is null;
create index employee_here on employee (unit, kind, grade, nip) where left_on is null;
-- the fifteenth digit tells women from men
create index employee_sex on employee (substr(nip, 15, 1), nip) where left_on is null;
create index employee_name on employee (name, id) where left_on is null;
create index employee_name_words on employee
  using gin (to_tsvector('simple', regexp_replace(lower(name), '[^a-z0-9]+', ' ', 'g'))) where left_on is null;
create index employee_qualification on employee (qualification) where left_on is null;

-- What changed about whom, when, and who did it: an import by its mark, an officer or the person by their account.
create table employee_change (
  id bigint generated always as identity primary key,
  employee bigint not null references employee (id),
  at timestamptz not null,
  source text not null check (source in ('import', 'report', 'officer', 'self')),
  by text not null,
  field text not null,
  before text,
  after text
);
create index employee_change_of on employee_change (employee, id);

-- The rows of a file that is being imported, as they were read; gone when the import is over. Null says nothing, an
-- empty text asks for nothing to be there. Unlogged: it is no loss.
create unlogged table arrival (
  import text not null,
  line integer not null,
  nip text not null,
  refused text,
  name text,
  kind text,
  nip_kind text,
  place integer,
  position text,
  grade text,
  email text,
  phone text,
  supervisor text,
  role text,
  qualification text,
  wanted_qualification text,
  competencies text[],
  wanted_competencies text[],
  retirement_age integer,
  retires_on date,
  left_on text,
  at timestamptz not null default now()
);

-- The person behind an entry: one person at most, with all their accounts.
alter table person add employee bigint unique references employee (id);

-- Codes by which HR lets somebody claim an entry where no platform vouches for a phone or an e-mail. Only the sha256.
-- used_by is the account that typed it and has yet to agree; once the entry is theirs, the code is gone.
create table entry_code (
  digest text primary key,
  employee bigint not null unique references employee (id) on delete cascade,
  issued_by text not null,
  expires_at timestamptz not null,
  used_by text
);

-- "My supervisor is wrong": what somebody says, and what HR made of it. The key is the message that said it; supposed is
-- whom it names where that fits one person only, and once it is accepted whom HR chose.
create table supervisor_report (
  id bigint generated always as identity primary key,
  key text not null unique,
  employee bigint not null references employee (id),
  said text not null,
  note text,
  supposed bigint references employee (id),
  at timestamptz not null,
  decided text check (decided in ('accepted', 'refused')),
  reason text,
  decided_by text,
  decided_key text,
  decided_at timestamptz
);
-- one open report of each at a time
create unique index supervisor_report_open on supervisor_report (employee) where decided is null;

-- Who looked at or changed what about whom. No words of theirs, only what was done.
create table audit (
  id bigint generated always as identity primary key,
  key text not null unique,
  at timestamptz not null,
  account text not null,
  role text not null,
  action text not null,
  subject bigint references employee (id),
  detail jsonb not null default '{}'
);
create index audit_subject on audit (subject, at);
create index audit_age on audit (at);

alter table failed_try drop constraint failed_try_kind_check;
alter table failed_try add constraint failed_try_kind_check check (kind in ('link', 'claim', 'entry'));
