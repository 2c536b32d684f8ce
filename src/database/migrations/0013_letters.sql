-- Letters are messages to many, a batch of them at a time: each goes out when the pace of its platform has room for it,
-- never before what answers somebody. recipient is whom one is for, sent how many of its pieces the platform has.
create table batch (
  id text primary key,
  held boolean not null default false,
  at_night boolean not null default false,
  created_at timestamptz not null default now()
);
alter table message add batch text;
alter table message add recipient text;
alter table message add sent integer not null default 0;
alter table message add expires_at timestamptz;
-- How often its words were changed after it was first said; a piece is done once the latest are there.
alter table message add revision integer not null default 0;
create index message_letters on message (batch, split_part(conversation, ':', 1), id)
  where batch is not null and done_at is null;
create index message_recipients on message (batch, recipient, id) where batch is not null;
drop index message_open;
create index message_open on message (conversation, direction, id) where done_at is null and batch is null;

-- Which process sends the letters of a channel: one at a time, so that the pace is kept.
create table pacer (
  channel text primary key,
  lease uuid,
  leased_until timestamptz
);
