-- What kind of question was turned away unsearched (see small-talk.ts), which pasal came nearest ("pp-94-2021#9"),
-- the entry that answers it since, and when an officer decided that it needs none.
alter table question add turned_away text;
alter table question add articles text[] not null default '{}';
alter table question add published bigint;
alter table question add set_aside_at timestamptz;
create index question_age on question (asked_at);

-- Whose question it is, and what the bot would have looked at.
alter table handover add account text;
alter table handover add nearest text[] not null default '{}';
create index handover_account on handover (account, id);

-- Officers' answers on their way to being knowledge: proposed by one, live once another has approved.
create table published (
  id bigint generated always as identity primary key,
  key text not null unique,
  origin text not null,
  question text not null,
  answer text not null,
  basis_regulation text,
  basis_pasal text,
  basis_ayat text,
  valid_until date,
  state text not null default 'proposed' check (state in ('proposed', 'live', 'rejected', 'withdrawn', 'expired')),
  author text not null,
  author_name text not null,
  conversation text not null,
  reviewer text,
  reviewer_name text,
  reviewed_at timestamptz,
  reason text,
  ended_at timestamptz,
  proposed_at timestamptz not null default now()
);
create index published_state on published (state, id);
create index published_origin on published (origin);
