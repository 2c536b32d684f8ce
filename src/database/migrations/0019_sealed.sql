-- What leaves no trace (feedback that is to stay anonymous): while somebody is in the middle of it, their conversation is
-- sealed, its state and its messages with it. The key is not in here.
alter table conversation add sealed boolean not null default false;

-- Sealed messages are deleted a little after they are closed. What came in is remembered by a keyed digest of its delivery
-- id, so that a platform that delivers it once more is not heard twice.
create table settled (
  digest text primary key,
  on_day date not null default current_date
);
create index message_sealed on message (done_at) where content ? 'sealed';
