create extension if not exists vector;

-- A dialogue: what it is in the middle of, and who is working on it right now.
create table conversation (
  id text primary key,
  state jsonb not null default '{"forms":{},"offered":[],"memory":{}}',
  lease uuid,
  leased_until timestamptz,
  unreachable text,
  created_at timestamptz not null default now()
);

-- Transcript, inbox and outbox in one. A row is open until done_at: an incoming one until it is answered,
-- an outgoing one until the platform took it. failure says why a closed row did not reach its end.
create table message (
  id bigint generated always as identity primary key,
  conversation text not null references conversation (id) on delete cascade,
  direction text not null check (direction in ('in', 'out')),
  key text not null unique,
  account text,
  sender_name text,
  content jsonb not null,
  sent_at timestamptz,
  shared boolean not null default false,
  edited boolean not null default false,
  answers bigint references message (id) on delete set null,
  platform_id text,
  attempts integer not null default 0,
  not_before timestamptz,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  failure text
);
create index message_open on message (conversation, direction, id) where done_at is null;
create index message_transcript on message (conversation, id);
create index message_age on message (created_at);

-- Somebody's account on a channel and what it may do.
create table account (
  id text primary key,
  name text not null,
  role text not null check (role in ('citizen', 'employee', 'supervisor', 'hr', 'admin')),
  conversation text not null,
  granted_at timestamptz not null default now()
);

-- Small facts the bot keeps about itself.
create table setting (
  name text primary key,
  value jsonb not null
);

create table regulation (
  id text primary key,
  type text not null,
  number text not null,
  year integer not null,
  title text not null,
  abbreviation text not null default '',
  status text not null check (status in ('berlaku', 'diubah', 'dicabut', 'tidak-diketahui')),
  amended_by text[] not null default '{}',
  revoked_by text[] not null default '{}',
  since text,
  effective text,
  source text,
  note text
);

-- One pasal of a regulation; a digest and the official text of the same pasal are one row.
create table article (
  id bigint generated always as identity primary key,
  regulation text not null references regulation (id) on delete cascade,
  pasal text not null,
  position integer not null,
  heading text not null default '',
  official text,
  unique (regulation, pasal)
);

-- The unit that is found and quoted: a digest entry or a clause of the official text.
create table passage (
  id bigint generated always as identity primary key,
  article bigint not null references article (id) on delete cascade,
  origin text not null check (origin in ('digest', 'official')),
  position integer not null,
  ayat text,
  huruf text,
  title text not null default '',
  body text not null,
  questions text[] not null default '{}',
  checked text,
  digest text not null
);
create index passage_article on passage (article);

-- The lexical index: how much a word says for a passage, and in how many passages it stands. Postings go
-- with their passage by hand: a foreign key would double the time and memory of indexing.
create table posting (
  term text not null,
  passage bigint not null,
  weight real not null,
  primary key (term, passage) include (weight)
);
create index posting_passage on posting (passage);
-- The empty term counts all passages.
create table term (
  term text primary key,
  passages integer not null
);

create table embedding (
  passage bigint not null references passage (id) on delete cascade,
  model text not null,
  vector vector not null,
  primary key (passage, model)
);

-- What was asked and how it went, for those who keep the knowledge.
create table question (
  id bigint generated always as identity primary key,
  message text not null unique,
  conversation text not null,
  text text not null,
  passages bigint[] not null default '{}',
  outcome text not null check (outcome in ('quoted', 'model', 'refused')),
  verdict text check (verdict in ('up', 'down')),
  asked_at timestamptz not null default now()
);

-- A question handed to a person.
create table handover (
  id bigint generated always as identity primary key,
  key text not null unique,
  conversation text not null,
  name text not null,
  question text not null,
  detail text,
  asked_at timestamptz not null default now(),
  answer text,
  answered_by text,
  answered_at timestamptz
);
