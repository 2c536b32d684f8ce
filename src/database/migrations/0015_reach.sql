-- When and where somebody who works here wants to be written to; null where they left it open. An hour of their day.
create table contact_preference (
  employee bigint primary key references employee (id) on delete cascade,
  hour smallint check (hour between 6 and 17),
  channel text,
  at timestamptz not null default now()
);
