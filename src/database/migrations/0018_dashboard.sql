-- Links by which an administrator opens the dashboard: asked for in chat, good once and for minutes. Only the sha256.
create table dashboard_code (
  digest text primary key,
  account text not null references account (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Who is in the dashboard, by the sha256 of what their browser keeps.
create table dashboard_session (
  digest text primary key,
  account text not null references account (id) on delete cascade,
  expires_at timestamptz not null
);
