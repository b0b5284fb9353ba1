import type { Visit } from '#platform/http/context.ts';
import { NotFound } from '#platform/errors.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Fields, form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { keepPath } from '../addresses.ts';
import { behaviourKeepers, keepersSee } from '../behaviour.access.ts';
import { toneInWords } from '../behaviour.ts';
import type { Category } from './category.queries.ts';
import { selectSettled } from './settled.queries.ts';

export const categoryFields = (f: Fields): Html =>
  html`${f.text({ name: 'name', label: t('What it is called'), hint: t('Plain words that a pupil would use.'), required: true, maxlength: 60 })}
  ${f.text({ name: 'about', label: t('When to choose it'), maxlength: 200 })}
  ${f.text({ name: 'sign', label: t('A sign'), hint: t('One small picture, for those who read little.'), maxlength: 8, width: 'short' })}
  ${f.number({ name: 'points', label: t('Points'), hint: t('Only for what went well, and only where the school uses points.'), min: 1, max: 100, width: 'short' })}`;

/** The category in the address. Throws `NotFound` for none of this school's. */
export async function categoryOf({ db, who, params }: Visit): Promise<Category> {
  const { categories } = await selectSettled(db, who, {});
  const found = categories.find(({ id }) => id === params.category);
  if (!found) throw new NotFound();
  return found;
}

/** One category, to be changed or taken off the list. What was noted with it stays as it was. */
export const categoryPage = page(`${keepPath}/categories/:category`, {
  purpose: 'administration',
  access: roles(...behaviourKeepers),
  load: categoryOf,
  view: (category, visit) => {
    const at = `${keepPath}/categories/${category.id}`;
    return {
      title: category.name,
      audience: keepersSee(),
      trail: [
        { label: t('School'), href: '/school' },
        { label: t('What the school notes and gives'), href: keepPath },
      ],
      body: html`<p>${toneInWords(category.tone)}</p>
        <p>${t('What was noted with it keeps the points it had then.')}</p>
        ${form(
          {
            values: { ...category },
            ...visit.formAt(at),
            hidden: { version: category.version },
            button: t('Save this'),
            cancel: keepPath,
          },
          categoryFields,
        )}
        ${
          category.endedAt === null &&
          form({ action: `${at}/end`, button: t('Take it off the list'), quiet: true, danger: true })
        }`,
    };
  },
});
