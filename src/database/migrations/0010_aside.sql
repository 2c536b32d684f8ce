-- Said beside the bot and not to it: in a thread where it has spoken, without its name.
alter table message add aside boolean not null default false;
