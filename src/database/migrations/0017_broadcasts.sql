-- Messages of officers to many of those who work here. Who has got one, and how it went, is with the letters themselves
-- (message.batch = 'broadcast:ID'). The version counts what people changed, so that a button acts on nothing its presser
-- has not seen; changed_by is the message that changed it last. An audience is as the directory writes it down.
create table broadcast (
  id bigint generated always as identity primary key,
  key text not null unique,
  status text not null default 'draft'
    check (status in ('draft', 'waiting', 'scheduled', 'sending', 'paused', 'done', 'cancelled', 'held')),
  version integer not null default 1,
  changed_by text not null,
  text text not null,
  -- a kept file: hash, name, mime, size
  file jsonb,
  audience jsonb,
  -- empty in a draft that is to go out at once
  send_at timestamptz,
  at_night boolean not null default false,
  -- how many people the audience had when it was confirmed
  people_at_confirm integer,
  -- who answers for it: whoever made it, or took it over; their accounts then, and where they hear of it
  account text not null,
  accounts text[] not null,
  employee bigint references employee (id),
  role text not null,
  conversation text not null,
  approved_by text,
  held_for text check (held_for in ('grown', 'late', 'file', 'maker', 'empty')),
  resent_of bigint references broadcast (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  confirmed_at timestamptz,
  started_at timestamptz,
  -- all its letters are in the post
  posted_at timestamptz,
  ended_at timestamptz,
  -- which process is putting its letters into the post
  lease uuid,
  leased_until timestamptz,
  -- what the message that shows how far it is says
  shown text,
  check ((status = 'held') = (held_for is not null))
);
create index broadcast_due on broadcast (send_at) where status = 'scheduled';
create index broadcast_going on broadcast (id)
  where status in ('sending', 'paused') or (status = 'cancelled' and ended_at is null);
create index broadcast_resent on broadcast (resent_of) where resent_of is not null;

-- Those to whom no letter could be written at all.
create table broadcast_unreached (
  broadcast bigint not null references broadcast (id) on delete cascade,
  employee bigint not null references employee (id),
  reason text not null,
  primary key (broadcast, employee)
);
create index broadcast_unreached_employee on broadcast_unreached (employee);

-- Who said that they have read it.
create table broadcast_reader (
  broadcast bigint not null references broadcast (id) on delete cascade,
  employee bigint not null references employee (id),
  at timestamptz not null,
  primary key (broadcast, employee)
);
create index broadcast_reader_employee on broadcast_reader (employee);

-- What came back: a question of somebody who got it, and the answer. Officers hear of several at once: bundle is the
-- last question of those they hear of together. The key is the message that asked.
create table broadcast_question (
  id bigint generated always as identity primary key,
  key text not null unique,
  broadcast bigint not null references broadcast (id) on delete cascade,
  employee bigint not null references employee (id),
  account text not null,
  conversation text not null,
  text text not null,
  at timestamptz not null,
  bundle bigint,
  told_at timestamptz,
  answer text,
  answered_by text,
  answered_key text,
  answered_at timestamptz
);
create index broadcast_question_of on broadcast_question (broadcast, id);
create index broadcast_question_employee on broadcast_question (employee);
create index broadcast_question_untold on broadcast_question (broadcast) where told_at is null;
