import { createHash } from 'node:crypto';
import type { MigrationFile } from './migrations.ts';

function step(name: string, sql: string): MigrationFile {
  return { name, sql, digest: createHash('sha256').update(sql).digest('hex') };
}

/** Tables with every kind of value that ours have, and rows that are hard to write as text. */
export const FIRST_STEPS: readonly MigrationFile[] = [
  step(
    '0001-many-kinds',
    `create table organisations (id uuid primary key, name text not null);
     create table notes (
       organisation_id uuid not null references organisations (id),
       number bigint generated always as identity,
       above bigint,
       says text,
       day date, at timestamptz, share numeric, small real, exact double precision, long interval,
       bytes bytea, document jsonb, words text[], parts bytea[], yes boolean,
       length integer generated always as (length(says)) stored,
       primary key (organisation_id, number),
       foreign key (organisation_id, above) references notes (organisation_id, number));
     create table "a table, ""quoted""" (
       organisation_id uuid not null references organisations (id), "key ""and"" name" text,
       unique (organisation_id, "key ""and"" name"));
     create schema apart;
     create table apart.links (organisation_id uuid primary key references organisations (id));
     create sequence tickets;`,
  ),
];

/** A later release: it changes rows, and adds a table. */
export const LATER_STEPS: readonly MigrationFile[] = [
  ...FIRST_STEPS,
  step(
    '0002-later',
    `alter table notes add column loud text;
     update notes set loud = upper(says);
     create table marks (organisation_id uuid primary key references organisations (id));
     insert into marks select id from organisations;`,
  ),
];

const ONE = '00000000-0000-4000-8000-000000000001';
const TWO = '00000000-0000-4000-8000-000000000002';

/** Fills the tables of the first steps. */
export const ROWS = `
  insert into organisations values ('${TWO}', 'Straße "zwei"'), ('${ONE}', E'tab\\t line\\n back\\\\ end\\\\.');
  insert into notes (organisation_id, above, says, day, at, share, small, exact, long, bytes, document, words, parts, yes)
  values
    ('${ONE}', null, E'\\\\N', '0044-03-15 BC', 'infinity', 0.10, 'NaN', 0.1, '1 year 2 days 3.5 s', '\\x00ff5c0a',
      '{"é": [1, 1.0, null, "\\u2028"]}', array['a,b', null, 'NULL', '"', ''], array['\\x00'::bytea], true),
    ('${ONE}', 1, '', '2026-02-28', '2026-03-29 01:30:00.123456+01', 1e30, 1e-30, 1e308, '-1 month', '', 'null', '{}',
      '{}', false),
    ('${ONE}', 1, 'مرحبا 👋🏽', null, null, 'NaN', null, '-0', null, null, null, null, null, null);
  insert into notes (organisation_id, says, document, bytes)
  select '${TWO}', 'note ' || i || repeat('x', i % 50), jsonb_build_object('i', i, 'root', i / 7.0), sha256(int4send(i))
  from generate_series(1, 20000) as i;
  insert into "a table, ""quoted""" values ('${ONE}', 'Z'), ('${ONE}', 'a'), ('${ONE}', 'Ä'), ('${ONE}', null);
  insert into apart.links values ('${TWO}');
  select setval('tickets', 41), nextval('tickets');`;
