-- What an office does for citizens, as a code at the counter names it.
create table service (
  id bigint generated always as identity primary key,
  unit bigint not null references unit (id),
  name text not null,
  key text not null,
  closed_on date,
  unique (unit, key)
);

-- What citizens write, each with a number to ask for it by. There is no running id and no time of day: both would lead from
-- a ticket without a name to who wrote just then. code is a keyed digest, and so is key, the message that sent it.
-- address is where whoever wrote is answered: a return address, sealed with a key that is not in here; account and name are
-- of those who gave them.
create table ticket (
  number text primary key check (number ~ '^\d{8}$'),
  code text not null,
  key text not null unique,
  identity text not null check (identity in ('anonymous', 'confidential', 'named')),
  kind text not null check (kind in ('praise', 'suggestion', 'complaint', 'question', 'information', 'whistleblowing')),
  state text not null default 'new' check (state in ('new', 'verified', 'asked', 'answered', 'closed', 'joined')),
  unit bigint references unit (id),
  service bigint references service (id),
  rating smallint check (rating between 1 and 5),
  words text not null,
  sentiment text not null check (sentiment in ('positive', 'neutral', 'negative')),
  themes text[] not null default '{}',
  tempers text[] not null default '{}',
  address text,
  account text,
  name text,
  joined_to text references ticket (number),
  received_on date not null,
  verified_on date,
  answered_on date,
  asked_on date,
  closed_on date,
  stood_still integer not null default 0,
  reopened integer not null default 0,
  satisfaction smallint check (satisfaction between 1 and 5),
  taken_by text,
  -- whether those who answer have been told of it
  announced boolean not null default false,
  check (identity <> 'anonymous' or (account is null and name is null))
);
create index ticket_open on ticket (state, received_on) where state not in ('closed', 'joined');
create index ticket_unannounced on ticket (received_on) where not announced;
create index ticket_account on ticket (account) where account is not null;
create index ticket_unit on ticket (unit, received_on);

-- Who answers the tickets of a unit and of those below it; where nobody does, the officers see to it.
create table ticket_desk (
  unit bigint not null references unit (id) on delete cascade,
  employee bigint not null references employee (id) on delete cascade,
  primary key (unit, employee)
);

-- What was said and done about a ticket, in its order. Whoever wrote it has no account here; of officers there is one.
create table ticket_event (
  ticket text not null references ticket (number) on delete cascade,
  position integer not null,
  key text not null unique,
  on_day date not null,
  side text not null check (side in ('citizen', 'office', 'bot')),
  account text check (account is null or side = 'office'),
  action text not null,
  words text,
  internal boolean not null default false,
  primary key (ticket, position)
);

-- How many tickets somebody sent on a day, by a keyed digest of their account: a flood is told to go on tomorrow.
create table ticket_sender (
  who text not null,
  on_day date not null,
  tickets integer not null,
  primary key (who, on_day)
);

-- Wrong numbers and codes of the last minutes, so that nobody tries them all; who it was is a keyed digest.
create table ticket_try (
  key text primary key,
  who text not null,
  at timestamptz not null
);
