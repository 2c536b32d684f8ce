-- The lexical index, anew: what is indexed together is a segment, and a segment keeps for each word one row with
-- the pasal it stands in, best first, packed as six bytes each (document number, weight). See postings.ts.
drop table posting;
drop table term;
create table segment (
  id bigint generated always as identity primary key,
  articles integer not null,
  -- how long its pasal are on average, in weighted words
  average real not null
);
create table posting (
  term text not null,
  segment bigint not null references segment (id) on delete cascade,
  articles integer not null,
  entries bytea not null,
  primary key (term, segment)
);
-- Only the beginning of a long row is read: uncompressed, it can be.
alter table posting alter column entries set storage external;
create index posting_segment on posting (segment);

-- The number postings know a pasal by; a pasal whose words changed gets another, and has none until it is indexed.
alter table article add doc integer unique;
alter table article add segment bigint;
create sequence article_doc as integer owned by article.doc;
create index article_unindexed on article (id) where doc is null;
-- What its digests and its official text were when they were last written, so that only what changed is.
alter table article add digest_mark text;
alter table article add official_mark text;
-- The law over time: what became of this pasal, by which other (regulation#pasal), since when. Null: as its regulation.
alter table article add status text check (status in ('diubah', 'dicabut'));
alter table article add changed_by text[] not null default '{}';
alter table article add since text;

-- The stems of a passage, ready to be weighed: a line for its text, one for its title, one for each question.
alter table passage add stems text not null default '';
-- The passages of a pasal as the ranking reads them: number and stems of each, see candidates.ts.
alter table article add weighed text not null default '';

-- Whether people keep this regulation's row (regulations.csv); of the others the status is read from the laws themselves.
alter table regulation add curated boolean not null default true;
alter table regulation add issuer text;

-- What one regulation does to another, as its text says it.
create table effect (
  id bigint generated always as identity primary key,
  by_regulation text not null references regulation (id) on delete cascade,
  by_pasal text not null,
  on_regulation text not null,
  on_pasal text,
  kind text not null check (kind in ('amended', 'inserted', 'deleted', 'revoked')),
  unique nulls not distinct (by_regulation, by_pasal, on_regulation, on_pasal, kind)
);
create index effect_target on effect (on_regulation, on_pasal);
