import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { page, type See, see } from '#platform/http/route.ts';

/** Leads from a letter to the page that a notice of one's own is about. Throws `NotFound` for anybody else's. */
export const goTherePage = page<never>('/today/waiting/:notice', {
  purpose: 'learning',
  access: 'signed-in',
  async load({ db, who, arrival }): Promise<See> {
    const id = arrival.params.notice ?? '';
    const notice = isId(id)
      ? await db
          .selectFrom('notice')
          .select('href')
          .where('owner_id', '=', who.personId)
          .where('id', '=', id)
          .executeTakeFirst()
      : undefined;
    if (!notice) throw new NotFound();
    return see(notice.href);
  },
  view: (nothing) => nothing,
});
