import { NotFound } from '#platform/errors.ts';
import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { titleOf, tryOutHref } from './addresses.ts';
import { selectOwnTryOut, type TryOut } from './select-try-out.ts';
import { selectSurroundings } from './sharing.queries.ts';
import { tryOutPolicy } from './try-out.policy.ts';
import { valuesOf } from './try-out-form.ts';
import { writeForm } from './write-form.view.ts';

/** One's own try-out that the address names. Throws `NotFound` for anybody else's. */
export function openOwnTryOut(visit: Visit): Promise<TryOut> {
  if (visit.params.person !== visit.who.personId)
    throw new NotFound('There is no try-out of yours at this address.');
  return selectOwnTryOut(visit.db, visit.who, visit.params.tryOut ?? '');
}

/** Changes what one wrote; earlier texts are kept. */
export const editTryOutPage = page('/try-outs/:person/:tryOut/edit', {
  purpose: 'learning',
  access: tryOutPolicy,
  async load(visit) {
    const tryOut = await openOwnTryOut(visit);
    const surroundings = await selectSurroundings(visit.db, visit.who, visit.today);
    const draft = await visit.draft(draftOf(tryOut));
    return { tryOut, surroundings, draft };
  },
  view({ tryOut, surroundings, draft }, visit) {
    const action = tryOutHref(tryOut, 'edit');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change: {title}', { title: titleOf({ ...tryOut, tried: tryOut.texts.tried }) }),
      audience: onlyYou(
        tryOut.grants.length > 0
          ? t('Only you can change it. Those you share it with read the new text once you save.')
          : t('Only you can change it, and nobody else can read it.'),
      ),
      trail: [
        { label: t('My try-outs'), href: '/my-learning/try-outs' },
        { label: titleOf({ ...tryOut, tried: tryOut.texts.tried }), href: tryOutHref(tryOut) },
      ],
      body: writeForm({
        action,
        button: t('Save the changes'),
        values: { ...valuesOf(tryOut), ...draft, ...values },
        errors,
        draft: draftOf(tryOut),
        hidden: { version: tryOut.version },
        cancel: tryOutHref(tryOut),
        surroundings: withItsOwn(surroundings, tryOut),
        today: visit.today,
        files: false,
      }),
    };
  },
});

const draftOf = ({ id }: TryOut): string => `try-out:${id}`;

/** What it says already can be kept, though the programme was left or the session lies further back. */
function withItsOwn(surroundings: Awaited<ReturnType<typeof selectSurroundings>>, tryOut: TryOut) {
  const { programmeId, programme, stepId, step, practiceId, practice } = tryOut;
  const { programmes, steps, practices } = surroundings;
  return {
    ...surroundings,
    programmes:
      programmeId && programme && !programmes.some(({ id }) => id === programmeId)
        ? [
            ...programmes,
            { id: programmeId, kind: 'programme', name: programme.title, slug: programme.slug, parts: [] },
          ]
        : programmes,
    steps:
      stepId && step && !steps.some(({ id }) => id === stepId)
        ? [
            ...steps,
            { id: stepId, programmeId: '', programme: t('Earlier'), title: step.title, kind: '', onDate: '' },
          ]
        : steps,
    practices:
      practiceId && practice && !practices.some(({ id }) => id === practiceId)
        ? [...practices, { id: practiceId, words: practice.words }]
        : practices,
  };
}
