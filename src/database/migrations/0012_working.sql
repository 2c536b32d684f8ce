-- Who works here, in the order in which people have registered: who has not is found in one pass along both.
create index employee_working on employee (id) where left_on is null;
