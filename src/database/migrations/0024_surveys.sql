-- An invitation of many to one survey, as an officer sends it. about is what it asks of: the name of a training, a policy.
create table survey_sending (
  id bigint generated always as identity primary key,
  key text not null unique,
  survey text not null,
  about text,
  audience jsonb not null,
  words text not null,
  status text not null default 'draft' check (status in ('draft', 'sent', 'cancelled')),
  account text not null,
  made_on date not null,
  sent_on date
);

-- When a sending asks: at once, and so many months later what is asked then. People may answer until until_on.
create table survey_round (
  sending bigint not null references survey_sending (id) on delete cascade,
  months smallint not null,
  due_on date not null,
  until_on date not null,
  -- how many were invited; null as long as they are not all
  invited integer,
  reminded boolean not null default false,
  primary key (sending, months)
);
create index survey_round_due on survey_round (due_on) where invited is null or not reminded;

-- Who was invited, never whether they answered: that is a digest in survey_respondent.
create table survey_invitation (
  sending bigint not null,
  months smallint not null,
  employee bigint not null references employee (id) on delete cascade,
  primary key (sending, months, employee),
  foreign key (sending, months) references survey_round (sending, months) on delete cascade
);
create index survey_invitation_employee on survey_invitation (employee);

-- That somebody has answered: a keyed digest of the person together with the survey, the place and the period, so that
-- nobody answers twice. Nothing leads from here to an answer. delivery is a digest of the message that sent it.
create table survey_respondent (
  who text primary key,
  delivery text not null,
  forget_on date not null
);
create index survey_respondent_forget on survey_respondent (forget_on);

-- What was answered, only ever added up: there is no row of somebody's answers that could be laid beside what is known of
-- them. All that was said of one place in one month, or to one round of a sending, is one row, written as a whole at every
-- answer: so not even the database's own marks tell which of its numbers a respondent changed. counts has by question how
-- many gave which answer, words by question what was written, in no order.
create table survey_count (
  survey text not null,
  sending bigint,
  months smallint not null default 0,
  unit bigint references unit (id),
  service bigint references service (id),
  month date not null check (extract(day from month) = 1),
  opened integer not null default 0,
  answered integer not null default 0,
  counts jsonb not null default '{}',
  words jsonb not null default '{}',
  foreign key (sending, months) references survey_round (sending, months),
  unique nulls not distinct (survey, sending, months, unit, service, month)
);
create index survey_count_month on survey_count (survey, month);

-- How many people use a unit or one of its services in a period that begins then, as officers say; until they say another.
create table survey_population (
  unit bigint not null references unit (id) on delete cascade,
  service bigint references service (id) on delete cascade,
  from_on date not null,
  people integer not null check (people > 0),
  unique nulls not distinct (unit, service, from_on)
);

-- What a unit does about an element after a period (PermenPANRB 14/2017, Lampiran).
create table survey_follow_up (
  survey text not null,
  unit bigint not null references unit (id) on delete cascade,
  period text not null,
  element text not null,
  activity text not null,
  time text not null,
  responsible text not null,
  primary key (survey, unit, period, element)
);
