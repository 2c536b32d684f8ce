-- Files that people sent in, by the hash of their bytes; the bytes themselves lie in a directory or a bucket.
create table file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  mime text not null,
  size integer not null,
  created_at timestamptz not null default now()
);

-- Whose file it is, what it is kept for, and with which row it goes (of a handover its key). A file nobody uses is
-- forgotten.
create table file_use (
  hash text not null references file (hash),
  owner text not null,
  purpose text not null,
  reference text not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (hash, owner, purpose, reference)
);
create index file_use_reference on file_use (purpose, reference);
create index file_use_age on file_use (purpose, created_at);
