-- Released: never edit. What collections and logs there are, and who holds which lease.
create table fs_collection (
  name text primary key,
  attributes text not null,
  format integer not null
);

create table fs_log (
  name text primary key,
  format integer not null
);

create table fs_lease (
  name text primary key,
  holder text not null,
  token bigint not null,
  released boolean not null,
  expires timestamp with time zone not null
);
