import { allStaff, theseRoles } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { curriculumPath, frameworkHref } from '../addresses.ts';
import { curriculumKeepers } from '../curriculum.access.ts';
import { byAge } from '../year-key.ts';
import { frameworkView } from './framework.view.ts';
import type { StatementFilter } from './framework.ts';
import { mustBeShown } from './open-framework.ts';
import { selectStatements } from './statement.queries.ts';

/** One version of a curriculum, statement by statement; for whoever brought it in also how it differs. */
export const frameworkPage = page(frameworkHref(':framework'), {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const id = visit.params.framework!;
    if (!isId(id)) throw new NotFound();
    const filter: StatementFilter = {
      subject: (visit.query.subject ?? '').slice(0, 80),
      year: (visit.query.year ?? '').slice(0, 40),
      words: (visit.query.words ?? '').trim().slice(0, 100),
    };
    const { framework, ...found } = await selectStatements(visit.db, visit.who, id, filter, visit.pageNumber);
    if (!framework) throw new NotFound();
    mustBeShown(framework, visit);
    return {
      framework,
      ...found,
      years: found.years.toSorted(byAge),
      filter,
      pageNumber: visit.pageNumber,
      keeps: visit.who.hasAny(curriculumKeepers),
    };
  },
  view: (data, visit) => ({
    title: data.framework.title,
    audience:
      data.framework.publishedAt === null
        ? theseRoles(curriculumKeepers, t('Others see it once it is used.'))
        : allStaff(visit.who, t('What is to be taught is for all staff to read.')),
    trail: [{ label: t('Curriculum'), href: curriculumPath }],
    body: frameworkView(data),
  }),
});
