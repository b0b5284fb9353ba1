import { onlyYou } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatMinutes, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { sourceLine } from '#features/evidence/index.ts';
import { allModules, type Module, moduleHref, moduleNamed } from './modules.ts';
import { draftKey, fieldOf, noteAt, selectModule, versionOf } from './preparation.queries.ts';

/** The module that the address names. Throws `NotFound` when there is none. */
export function moduleOf({ params }: Pick<Visit, 'params'>): Module {
  const module = moduleNamed(params.module ?? '');
  if (!module) throw new NotFound(t('There is no such part of the preparation.'));
  return module;
}

/** One part of the preparation: a short reading, and something to do, with a place for one's own words. */
export const modulePage = page('/coaching/preparation/:module', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const module = moduleOf(visit);
    return { module, mine: await selectModule(visit.db, visit.who, module.id) };
  },
  view({ module, mine }, visit) {
    const here = moduleHref(module);
    const done = mine.doneAt !== null;
    const next = afterThis(module);
    return {
      title: module.title,
      audience: onlyYou(
        t('What you write here is yours and nobody else can open it. You take it with you when you leave.'),
      ),
      trail: [
        { label: t('Mentoring and coaching'), href: '/coaching' },
        { label: t('Prepare to mentor or coach'), href: '/coaching/preparation' },
      ],
      status: {
        where: mine.doneAt
          ? t('Finished on {day}.', { day: formatDate(mine.doneAt) })
          : t('About {length}.', { length: formatMinutes(module.minutes) }),
      },
      ...(done &&
        next && { action: { label: t('Next: {title}', { title: next.title }), href: moduleHref(next) } }),
      body: html`<p>${module.plain}</p>
        ${module.reads.map((paragraph) => html`<p>${paragraph}</p>`)} ${sourceLine(module.source)}
        <h2>${t('To do')}</h2>
        <p>${t('Write as much or as little as helps you. Nobody checks it.')}</p>
        ${wordsForm(module, mine, visit)}
        ${form({
          action: done ? `${here}/not-done` : `${here}/done`,
          button: done ? t('I have not finished this after all') : t('I have finished this part'),
          quiet: done,
        })}
        ${done && quietActions([{ label: t('All parts'), href: '/coaching/preparation' }])}`,
    };
  },
});

/** All tasks of a part in one form, so that nothing typed at one is lost by keeping another. */
function wordsForm(module: Module, mine: Awaited<ReturnType<typeof selectModule>>, visit: Visit): Html {
  const action = `${moduleHref(module)}/words`;
  const returned = visit.formAt(action);
  const kept = Object.fromEntries(
    module.tasks.map((task) => [fieldOf(task), noteAt(mine.notes, task.id)?.words ?? '']),
  );
  return form(
    {
      ...returned,
      values: returned.values ?? mine.draft ?? kept,
      action,
      button: t('Keep my words'),
      quiet: true,
      draft: draftKey(module.id),
      keepsAsTyped: true,
      hidden: { version: versionOf(mine.notes) },
    },
    (f) => module.tasks.map((task) => f.textarea({ name: fieldOf(task), label: task.asks, rows: 3 })),
  );
}

/** The part that stands after this one in the list. */
const afterThis = (module: Module): Module | undefined => {
  const all = allModules();
  return all[all.findIndex(({ id }) => id === module.id) + 1];
};
