import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { choice, line, optionalLine, optionalNumber, version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { keepPath } from '../addresses.ts';
import { behaviourKeepers } from '../behaviour.access.ts';
import { tones } from '../behaviour.ts';
import { behaviourSettingsPage } from './behaviour-settings.page.ts';
import { categoryOf, categoryPage } from './category.page.ts';
import { insertCategories, setCategoryEnded, updateCategory } from './category.queries.ts';
import { selectSettled } from './settled.queries.ts';
import { startingSet } from './starting-set.ts';

const common = { purpose: 'administration', access: roles(...behaviourKeepers) } as const;

const fields = {
  name: line('Write what it is called.', 60),
  about: optionalLine(200),
  sign: optionalLine(8),
  points: optionalNumber(1, 100).transform((n) => n && Math.round(n)),
};

/** Begins with Staffroom's own set, once, where the school has none. */
export const beginCategories = action(`${keepPath}/begin`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const { tx, who, organisationId, now } = change;
    if ((await selectSettled(tx, who, {})).categories.length > 0)
      throw new Refused(t('The school has settled something already.'));
    const set = startingSet().map(({ tone, name, about, sign }) => ({
      tone,
      name,
      about,
      sign,
      points: null,
    }));
    await insertCategories(tx, organisationId, set, now);
    await change.record({ kind: 'behaviour-category.begun', body: { categories: set.length } });
    return see(
      keepPath,
      tn(
        set.length,
        '{n} thing can be noted now.',
        '{n} things can be noted now. Change them until they are yours.',
      ),
    );
  },
});

export const addCategory = action(`${keepPath}/categories`, {
  ...common,
  page: behaviourSettingsPage,
  input: z.object({ tone: choice(tones), ...fields }),
  alsoWrong: (_visit, { tone, points }): Record<string, string> =>
    tone === 'negative' && points != null ? noPoints() : {},
  async run(change, input) {
    if (input.tone === 'negative' && input.points !== null) throw new Refused(noPoints());
    const [id] = await insertCategories(change.tx, change.organisationId, [input], change.now);
    await change.record({ kind: 'behaviour-category.added', itemId: id!, body: { tone: input.tone } });
    return see(
      keepPath,
      t('“{name}” can be noted now.', { name: input.name }),
      `${keepPath}/categories/${id}/end`,
    );
  },
});

const noPoints = () => ({ points: t('What went wrong has no points: nothing is taken away.') });

export const changeCategory = action(`${keepPath}/categories/:category`, {
  ...common,
  page: categoryPage,
  input: z.object({ ...fields, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const category = await categoryOf(change);
    if (category.tone === 'negative' && sent.points !== null) throw new Refused(noPoints());
    const of = { id: category.id, version: shown };
    if (!(await updateCategory(change.tx, change.organisationId, of, sent)))
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: category.id },
        {
          version: category.version,
          fields: [
            { name: 'name', label: t('What it is called'), text: category.name },
            { name: 'about', label: t('When to choose it'), text: category.about },
          ],
        },
        change.now,
      );
    const { name, about, sign, points } = category;
    await change.record({
      kind: 'behaviour-category.changed',
      itemId: category.id,
      body: { before: { name, about, sign, points }, after: sent },
    });
    return see(keepPath, t('“{name}” is saved.', { name: sent.name }));
  },
});

/** Nobody chooses it any more; what was noted with it stays. */
export const endCategory = action(`${keepPath}/categories/:category/end`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const { id, name } = await categoryOf(change);
    await setCategoryEnded(change.tx, change.organisationId, id, change.now);
    await change.record({ kind: 'behaviour-category.ended', itemId: id });
    return see(
      keepPath,
      t('“{name}” is taken off the list.', { name }),
      `${keepPath}/categories/${id}/restore`,
    );
  },
});

export const restoreCategory = action(`${keepPath}/categories/:category/restore`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const { id, name } = await categoryOf(change);
    await setCategoryEnded(change.tx, change.organisationId, id, null);
    await change.record({ kind: 'behaviour-category.restored', itemId: id });
    return see(keepPath, t('“{name}” is back.', { name }), `${keepPath}/categories/${id}/end`);
  },
});
