import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { allRelationships, kindHref } from '../relationships.ts';
import { kindInWords } from '../together.ts';
import { allModules, moduleHref, modulesFor, modulesLeft } from './modules.ts';
import { selectFinished } from './preparation.queries.ts';

/** What one prepares before mentoring or coaching, and how far one has come. */
export const preparationPage = page('/coaching/preparation', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: async (visit) => ({ finished: await selectFinished(visit.db, visit.who) }),
  view({ finished }) {
    const modules = allModules();
    const next = modules.find(({ id }) => !finished.includes(id));
    return {
      title: t('Prepare to mentor or coach'),
      audience: onlyYou(
        t(
          'What you write here is yours. That you have finished a part is seen by those who look for somebody, and by the co-ordinator.',
        ),
      ),
      trail: [{ label: t('Mentoring and coaching'), href: '/coaching' }],
      status: {
        where: t('{done} of {all} parts finished.', {
          done: modules.filter(({ id }) => finished.includes(id)).length,
          all: modules.length,
        }),
      },
      ...(next && {
        action: { label: t('Go on with “{title}”', { title: next.title }), href: moduleHref(next) },
      }),
      body: html`<p>
          ${t('Short reading with something to do in each part. Whoever mentors or coaches finishes the parts of that kind before they say yes to somebody.')}
        </p>
        ${countedList({
          says: tn(modules.length, '{n} part', '{n} parts'),
          ordered: true,
          items: modules.map(
            (module) =>
              html`<a href="${moduleHref(module)}">${module.title}</a>
                ${finished.includes(module.id) && label(t('Finished'))}
                <span class="meta">${formatMinutes(module.minutes)}</span><br />${module.plain}`,
          ),
          empty: t('There is nothing to prepare.'),
        })}
        <h2>${t('What each kind asks')}</h2>
        <ul>
          ${allRelationships().map((kind) => forKind(kind, finished))}
        </ul>`,
    };
  },
});

function forKind(
  relationship: ReturnType<typeof allRelationships>[number],
  finished: readonly string[],
): Html {
  const left = modulesLeft(relationship.id, finished).length;
  return html`<li>
    <a href="${kindHref(relationship.id)}">${kindInWords(relationship.id)}</a>:
    ${
      left === 0
        ? t('you have finished what it asks')
        : t('{left} of {all} parts are still to be done', { left, all: modulesFor(relationship).length })
    }
  </li>`;
}
