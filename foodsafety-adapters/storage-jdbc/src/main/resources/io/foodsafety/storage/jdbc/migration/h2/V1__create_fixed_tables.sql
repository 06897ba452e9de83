-- Released: never edit. What collections and logs there are, and who holds which lease.
create table fs_collection (
  name varchar(31) primary key,
  attributes varchar(4000) not null,
  format integer not null
);

create table fs_log (
  name varchar(31) primary key,
  format integer not null
);

create table fs_lease (
  name varchar(512) primary key,
  holder varchar(4000) not null,
  token bigint not null,
  released boolean not null,
  expires timestamp(6) with time zone not null
);
