-- The number on somebody's name tag, by which a citizen can say whom they mean: five digits and one by which a slip is
-- noticed. One that was replaced leads to nobody any more, and is not given to anybody else.
create table officer_code (
  code text primary key check (code ~ '^\d{6}$'),
  employee bigint not null references employee (id) on delete cascade,
  replaced boolean not null default false
);
create unique index officer_code_now on officer_code (employee) where not replaced;

-- That one source rated one officer, for at most 30 days: who is a keyed digest of both together, key one of the message.
-- Of the day only its week is kept.
create table officer_source (
  key text primary key,
  who text not null,
  week date not null,
  turn smallint not null
);
create index officer_source_who on officer_source (who);
create index officer_source_week on officer_source (week);

-- What somebody says themselves of what citizens thought of their service, by the month it is about.
create table officer_statement (
  employee bigint not null references employee (id) on delete cascade,
  month date not null check (extract(day from month) = 1),
  words text not null,
  written_on date not null,
  primary key (employee, month)
);

-- Tickets are exported by the days they came in, some at a time.
create index ticket_received on ticket (received_on, number);
