import assert from 'node:assert/strict';
import test from 'node:test';
import { STATEMENT_JOBS } from './statement-jobs.ts';
import { statementTrouble } from './statement-rules.ts';

const SPREAD = new Set(['item', 'event', 'audience', 'audience_grant', 'member', 'term', 'outbox']);
const trouble = (sql: string): string | undefined => statementTrouble(sql, SPREAD);

const NAMES_ITS_OWNER = [
  `select * from "item" where "owner_id" = $1`,
  `select "item"."id" from "item" where "item"."owner_id" = $1 and "id" = $2`,
  `select "i"."id" from "item" as "i" where $1 = "i"."owner_id"`,
  `select "id" from "item" where "owner_id" in ($1, $2)`,
  `select "id" from "item" where "owner_id" = any($1::uuid[])`,
  `select * from "item" where ("owner_id", "id") in (($1, $2), ($3, $4))`,
  `select * from "item" as "i" inner join "event" as "e" on "e"."owner_id" = "i"."owner_id" and "e"."item_id" = "i"."id" where "i"."owner_id" = $1`,
  `select * from "item" as "i", "event" as "e" where "i"."owner_id" = $1 and "e"."owner_id" = $1`,
  `select * from "item" where "owner_id" = $1 and exists (select from "audience_grant" as "g" where "g"."owner_id" = "item"."owner_id")`,
  `select * from "item" where "owner_id" = $1 and "audience_id" in (select "audience_id" from "audience_grant" where "owner_id" = $1 and lower("x") = any($2))`,
  `with "mine" as (select * from "item" where "owner_id" = $1) select * from "mine" join "event" as "e" on "e"."owner_id" = "mine"."owner_id"`,
  `select * from "member" as "m" join "organisation" as "o" on "o"."id" = "m"."owner_id" where "o"."id" = $1`,
  `select * from unnest($1::uuid[]) as "wanted"("owner_id") join "item" as "i" on "i"."owner_id" = "wanted"."owner_id"`,
  `insert into "item" ("owner_id", "id") values ($1, $2) on conflict ("owner_id", "id") do update set "kind" = excluded."kind"`,
  `insert into "item" ("owner_id", "id") select "owner_id", "id" from "event" where "owner_id" = $1`,
  `update "item" set "kind" = $1 where "owner_id" = $2 and "id" = $3 returning *`,
  `update "item" as "i" set "kind" = $1 from "event" as "e" where "i"."owner_id" = $2 and "e"."owner_id" = "i"."owner_id"`,
  `delete from "item" where "owner_id" = $1`,
  `select "item" from "organisation" where "event" = 'select * from item' -- item`,
  `select extract(year from "starts_on") from "term" where "owner_id" = $1 for update`,
  `select * from "item" where "owner_id" = $1 union all select * from "event" where "owner_id" = $1`,
  `create table item (id uuid)`,
  `begin`,
  `/* job: outbox-relay */ select * from "outbox" where "done_at" is null`,
];

const RANGES_OVER_OWNERS = [
  `select * from "item"`,
  `select * from "item" where "id" = $1`,
  `select "owner_id" from "item" where "kind" = $1 group by "owner_id"`,
  `select * from "item" where "owner_id" <> $1`,
  `select * from "item" as "i" join "event" as "e" on "e"."item_id" = "i"."id" where "i"."owner_id" = $1`,
  `select * from "item" as "i" join "event" as "e" on "e"."owner_id" = "i"."owner_id" where "e"."kind" = $1`,
  `select * from "organisation", "item" where "organisation"."id" = $1`,
  `select * from "member" as "m" join "organisation" as "o" on "o"."id" = "m"."owner_id" where "o"."kind" = $1`,
  `select * from "item" where "owner_id" = $1 and exists (select from "audience_grant" as "g" where "g"."id" = "item"."id")`,
  `with "all" as (select * from "item") select * from "all" where "owner_id" = $1`,
  `select * from "item" where "owner_id" = $1 union all select * from "event"`,
  `insert into "item" ("id") values ($1)`,
  `insert into "item" values ($1, $2)`,
  `insert into "item" ("owner_id", "id") select "owner_id", "id" from "event"`,
  `update "item" set "kind" = $1 where "id" = $2`,
  `delete from "item" where "id" = $1`,
  `select * from "item" where "note" = 'owner_id = $1'`,
  `/* job: a-page-in-a-hurry */ select * from "outbox"`,
  `select /* list */ (select json_agg(r) from (select * from "item" as "i" where "i"."owner_id" = $1) r) as "a", /* list */ (select json_agg(r) from (select * from "event" as "i") r) as "b"`,
];

for (const sql of NAMES_ITS_OWNER) {
  test(`accepted: ${sql}`, () => assert.equal(trouble(sql), undefined));
}

for (const sql of RANGES_OVER_OWNERS) {
  test(`refused: ${sql}`, () => assert.notEqual(trouble(sql), undefined));
}

test('the refusal names the table and how it is called in the statement', () => {
  assert.match(trouble('select * from "item" as "i"')!, /item \(as i\)/);
});

test('each job that may range over owners says why', () => {
  for (const [name, why] of Object.entries(STATEMENT_JOBS)) {
    assert.match(name, /^[a-z-]+$/);
    assert.ok(why.length > 20, name);
  }
});
