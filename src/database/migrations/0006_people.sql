-- Somebody, whichever accounts they write from. An account nobody has linked needs none: it is a person of its own,
-- and what it remembers stays with its conversation. memory is by feature, as in a conversation's state.
create table person (
  id bigint generated always as identity primary key,
  created_at timestamptz not null default now(),
  language text not null default 'id',
  memory jsonb not null default '{}',
  remembered_at timestamptz not null default now()
);

-- Until now an account was here only with a role that was granted to it; now also where it is linked, has made a code
-- or has a verified fact. granted_at is empty where nothing was granted.
alter table account add person bigint references person (id);
create index account_person on account (person);
alter table account alter role set default 'citizen';
alter table account alter granted_at drop not null;

-- What a platform vouches for about one of its accounts.
create table verified_fact (
  account text not null references account (id) on delete cascade,
  kind text not null check (kind in ('email', 'phone')),
  value text not null,
  verified_at timestamptz not null,
  primary key (account, kind)
);

-- The codes by which somebody shows that two accounts are theirs: made in one, typed in the other (used), and agreed to
-- there (linked). Only the sha256 is kept.
create table link_code (
  id bigint generated always as identity primary key,
  digest text not null unique,
  account text not null references account (id) on delete cascade,
  expires_at timestamptz not null,
  used_by text,
  used_at timestamptz,
  linked_at timestamptz
);
create index link_code_account on link_code (account);

-- Wrong codes, by the message they were typed in: too many of them, and none is looked at for a while.
create table failed_try (
  message text primary key,
  kind text not null check (kind in ('link', 'claim')),
  account text not null,
  at timestamptz not null
);
create index failed_try_at on failed_try (kind, at);

-- Who linked and unlinked which accounts, and when. The key is the message that did it.
create table account_event (
  id bigint generated always as identity primary key,
  key text not null unique,
  kind text not null check (kind in ('linked', 'unlinked')),
  by_account text not null,
  accounts text[] not null,
  person bigint not null,
  at timestamptz not null
);
create index account_event_accounts on account_event using gin (accounts);
