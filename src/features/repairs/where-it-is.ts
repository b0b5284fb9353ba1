import { sql } from 'kysely';

/** Where something broken is: the room `o` by its name, the words of the repair `r`, or both with a comma between. */
export const whereItIs = sql<string>`concat_ws(', ', o.name, nullif(r.place, ''))`;
