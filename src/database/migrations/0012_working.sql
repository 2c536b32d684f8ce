-- Who works here, in the order in which people have registered: who has not is found in one pass along both.
create index employee_working on employee (id) where left_on is null;
-- Of whom something is missing, by name: counted and listed without a look at all others.
create index employee_without_supervisor on employee (name, id) where left_on is null and supervisor is null;
create index employee_without_phone on employee (name, id) where left_on is null and phone is null;
create index employee_without_email on employee (name, id) where left_on is null and email is null;
create index employee_without_qualification on employee (name, id) where left_on is null and qualification is null;
-- How many are men and women: nothing else tells, and a list of either is otherwise looked for in the wrong order.
create statistics employee_sex_of on (substr(nip, 15, 1)) from employee;
