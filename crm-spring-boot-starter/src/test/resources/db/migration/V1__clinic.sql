create table contact (id bigint primary key, name varchar(100) not null, seen_at timestamp with time zone);
create table tag (id bigint primary key, contact_id bigint not null references contact, label varchar(100) not null);
create table interaction (id bigint primary key);
