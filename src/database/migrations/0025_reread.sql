-- On which day a model read a ticket once more; null where none has.
alter table ticket add read_on date;
