-- What people said, found by their account, and what was answered to it; the shells of erased messages; and what was
-- asked, by its dialogue.
create index message_account on message (account) where account is not null;
create index message_answers on message (answers) where answers is not null;
create index message_erased on message (created_at) where failure = 'erased';
create index question_conversation on question (conversation);

-- Somebody had their data erased with this message. What was still open then, and what dialogues remember of them, goes
-- as soon as nobody works on it; then the row goes too.
create table erasure (
  message text primary key,
  accounts text[] not null,
  conversations text[] not null,
  at timestamptz not null
);
