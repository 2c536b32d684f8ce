-- What a ticket may say besides its words: whom it is about, how much its rating counts for them (less where one source
-- rates again and again), and the place that was sent with it, in words or as a point on the map.
alter table ticket
  add officer bigint references employee (id) on delete set null,
  add weight real not null default 1 check (weight between 0 and 1),
  add place text,
  add latitude double precision check (latitude between -90 and 90),
  add longitude double precision check (longitude between -180 and 180),
  -- the ticket it was a part of, before somebody split that
  add split_from text references ticket (number),
  add check ((latitude is null) = (longitude is null));
create index ticket_officer on ticket (officer, received_on) where officer is not null;
create index ticket_joined on ticket (joined_to) where joined_to is not null;

-- Photos, without what a camera writes into them. They lie here and not among the files, which know whose they are and
-- when they came.
create table ticket_photo (
  ticket text not null references ticket (number) on delete cascade,
  position smallint not null,
  -- a keyed digest of the message it came with
  key text not null unique,
  bytes bytea not null,
  primary key (ticket, position)
);

-- Digests of what somebody sent on a day, so that the same again makes no second ticket.
alter table ticket_sender add said text[] not null default '{}';
