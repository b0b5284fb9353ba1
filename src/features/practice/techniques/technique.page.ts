import { allStaff, onlyYou } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectChoicesOf } from '../exchange/exchange.queries.ts';
import { shippedTechnique, techniqueTitle } from './technique.ts';
import { selectAroundTechnique } from './technique.queries.ts';
import { techniqueView } from './technique.view.ts';

/** One technique: what one does, why, where it can be seen, for whom it is not. */
export const techniquePage = page('/practice/techniques/:technique', {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const id = visit.params.technique!;
    const shipped = shippedTechnique(id);
    const around = await selectAroundTechnique(visit.db, visit.who, id);
    if (!shipped && !around.written) throw new NotFound('There is no technique at this address.');
    return { id, shipped, around, choices: await selectChoicesOf(visit.db, visit.who, id, visit.today) };
  },
  view(data, visit) {
    const { id, shipped, around } = data;
    const ended = around.written?.ended ?? false;
    return {
      title: t(techniqueTitle(id, around.written?.title ?? null)),
      audience: ended
        ? onlyYou(t('You took this out of the library. Nobody else finds it.'))
        : allStaff(
            visit.who,
            shipped
              ? t('It comes with Staffroom. Everybody who works at the school can read it and add examples.')
              : t('Everybody who works at the school can read it and improve it.'),
          ),
      trail: [{ label: t('Techniques'), href: '/practice/techniques' }],
      ...(ended
        ? {}
        : {
            action: {
              label: t('Practise this'),
              href: `/my-learning/practice/new?${new URLSearchParams({ technique: id }).toString()}`,
            },
          }),
      body: techniqueView(data, visit),
    };
  },
});
