-- What an office changed because of what citizens wrote. words are as the public reads them: nobody is named there. While
-- published_on is empty they are only shown to the officer who wrote them.
create table feedback_change (
  id bigint generated always as identity primary key,
  key text not null unique,
  unit bigint not null references unit (id) on delete cascade,
  service bigint references service (id) on delete set null,
  on_day date not null,
  words text not null,
  account text,
  published_on date,
  withdrawn_on date
);
create index feedback_change_public on feedback_change (published_on desc, id desc)
  where published_on is not null and withdrawn_on is null;

-- What the public sees of the tickets, as of the morning of a day: small numbers are hidden in it already. It changes once
-- a day, so that nobody sees a number grow the moment somebody writes.
create table transparency_day (
  on_day date primary key,
  figures jsonb not null
);
