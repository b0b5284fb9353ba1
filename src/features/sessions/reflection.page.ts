import { audienceNote } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { openProgramme, programmePolicy, programmeTrail, stepHref } from '#features/programmes/index.ts';
import { belowStep } from './addresses.ts';
import {
  reflectionDraftKey,
  selectOwnReflection,
  selectReflection,
  sharingParts,
} from './reflection.queries.ts';
import { reflectionPolicy } from './sessions.policy.ts';
import { readersOf, sharingWords } from './reflection-words.ts';

/** What one makes of a step oneself: private until one shares it. */
export const ownReflectionPage = page('/programmes/:programme/steps/:number/reflection', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const { programme } = await openProgramme(visit, 'join');
    return { programme, ...(await selectOwnReflection(visit, programme)) };
  },
  view({ programme, step, reflection, draft }, visit) {
    const action = belowStep(programme, step, 'reflection');
    const state = visit.formAt(action);
    return {
      title: t('My thoughts on “{step}”', { step: step.title }),
      audience: readersOf(reflection?.sharedWith ?? [], reflection ? '#share' : undefined),
      trail: [...programmeTrail(programme), { label: step.title, href: stepHref(programme, step) }],
      body: html`<p class="meta">${formatDate(step.onDate, 'weekday')}</p>
        ${form(
          {
            ...state,
            values: { text: reflection?.text ?? '', ...draft, ...state.values },
            button: t('Keep it'),
            draft: reflectionDraftKey(programme, step.number),
            hidden: { version: reflection?.version ?? 0 },
            cancel: stepHref(programme, step),
          },
          (f) =>
            f.textarea({
              name: 'text',
              label: t('What do you make of it?'),
              hint: t('For yourself: what surprised you, what you doubt, what it means for your pupils.'),
              rows: 8,
              required: true,
            }),
        )}
        ${
          reflection &&
          html`<p class="meta">${t('Kept {when}', { when: formatMoment(new Date(reflection.updatedAt)) })}</p>
            <section id="share">
              <h2>${t('Who else may read it')}</h2>
              ${form(
                {
                  ...visit.formAt(`${action}/share`),
                  values: { parts: reflection.sharedWith },
                  button: t('Save who may read it'),
                  quiet: true,
                },
                (f) =>
                  f.checkboxes({
                    name: 'parts',
                    label: t('Share it with'),
                    hint: t('Without a tick it is yours alone. You can see when somebody opens it.'),
                    options: sharingParts.map((part) => ({ value: part, label: sharingWords(part) })),
                  }),
              )}
            </section>`
        }`,
    };
  },
});

/** Somebody's thoughts on a step, for those with whom they share them. */
export const reflectionPage = page('/programmes/:programme/steps/:number/reflections/:person', {
  purpose: 'learning',
  access: reflectionPolicy,
  async load(visit) {
    const { person = '' } = visit.params;
    if (!isId(person)) throw new NotFound('There is no reflection at this address.');
    const found = await selectReflection(visit);
    return { found, item: await visit.open(reflectionPolicy, found.id, person) };
  },
  view({ found, item }, visit) {
    const step = visit.arrival.path.replace(/\/reflections\/.*$/, '');
    return {
      title: t('{name} on “{step}”', { name: found.author, step: found.step }),
      audience: audienceNote(item, reflectionPolicy, visit.who),
      trail: [{ label: found.step, href: step }],
      body: html`<p class="meta">${icon('clock')} ${formatMoment(found.updatedAt)}</p>
        <p class="as-written">${found.text}</p>`,
    };
  },
});
