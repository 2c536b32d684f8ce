-- Every file that official texts were read from, by its bytes. The pasal of a regulation come from one of them; the
-- others are remembered so that the next import passes them over: an older version, or the same text once more.
create table source (
  -- sha256 of how files are read and of the bytes
  fingerprint text primary key,
  regulation text not null references regulation (id) on delete cascade,
  file text not null,
  -- what its pasal say, as one hash: the same for two files with the same text
  text_mark text not null,
  articles integer not null,
  used boolean not null,
  imported_at timestamptz not null default now()
);
create unique index source_used on source (regulation) where used;
create index source_regulation on source (regulation);
-- Until now only the bytes were remembered, as a setting; such a file is read once more.
delete from setting where name like 'source:%';
