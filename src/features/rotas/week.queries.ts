import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { dutiesList, needsList } from './duties.ts';
import { readsSwap } from './rotas.access.ts';
import type { Rota } from './rotas.ts';
import { type Swap, swapColumns, swapTables } from './swap.queries.ts';

/** A week of all rotas, and what is asked of this person, by them, or of those who make rotas. */
export const selectWeek = composed(
  (who, { from, until, today }: Given<{ from: string; until: string; today: string }>) => {
    const owner = who.organisationId;
    return {
      rotas: list<Pick<Rota, 'id' | 'name' | 'place'>>(sql`select r.id, r.name, r.place from rota r
        where r.owner_id = ${owner} and r.ended_at is null order by r.name, r.id limit 200`),
      needs: needsList(owner, { from, until }),
      duties: dutiesList(owner, { from, until }),
      swaps: list<Swap>(
        sql`select ${swapColumns(owner)} from ${swapTables(owner)}
          where w.owner_id = ${owner} and w.ended_at is null and w.on_date >= ${today} and ${readsSwap(who, 'w')}
          order by w.on_date, s.starts_at, w.id limit 60`,
        { endedAt: 'moment' },
      ),
    };
  },
);

/** The same week without what is asked, for the wall. */
export const selectSheet = composed((who, { from, until }: Given<{ from: string; until: string }>) => ({
  needs: needsList(who.organisationId, { from, until }),
  duties: dutiesList(who.organisationId, { from, until }),
}));
