import { NotFound } from '#platform/errors.ts';
import { page } from '#platform/http/route.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { observationPolicy } from './observation.policy.ts';
import {
  type Observation,
  observationHref,
  observerPart,
  type Part,
  partOf,
  sideBySide,
  stateOf,
  titleOf,
} from './observation.ts';
import { openObservation, type OpenedObservation } from './open-observation.ts';
import { partForm, questionsOf } from './part-form.ts';
import { evidenceView } from './record/evidence.view.ts';

/** The parts that this person may write as things stand. Each writes their own; nobody edits another's. */
function writable({ observation, observed, observer }: OpenedObservation): readonly Part[] {
  const state = stateOf(observation);
  if (state === 'agreed') return observed ? ['predicted'] : [];
  if (state !== 'done') return [];
  if (observer) return [observerPart(observation)];
  if (!observed) return [];
  return sideBySide(observation) ? ['noticed', 'plan'] : ['noticed'];
}

/** The part that the address names, when it is this person's to write now. Throws `NotFound` otherwise. */
export async function openPart(visit: Visit): Promise<OpenedObservation & { part: Part }> {
  const opened = await openObservation(visit, 'takePart');
  const part = writable(opened).find((each) => each === visit.params.part);
  if (!part || opened.item.endedAt) throw new NotFound('There is nothing for you to write here now.');
  return { ...opened, part };
}

/** Whether the other may read it only when the writer says that it is ready. */
export const waitsForReady = (part: Part): boolean => part !== 'predicted' && part !== 'plan';

const draftOf = ({ id }: Observation, part: Part): string => `observation:${id}:${part}`;

/** One's own part of an observation. */
export const writePartPage = page('/observations/:observation/write/:part', {
  purpose: 'learning',
  access: observationPolicy,
  async load(visit) {
    const opened = await openPart(visit);
    return { opened, draft: await visit.draft(draftOf(opened.observation, opened.part)) };
  },
  view({ opened, draft }, visit) {
    const { observation, part } = opened;
    const action = observationHref(observation, `write/${part}`);
    const { values, errors } = visit.formAt(action);
    const { title, plain } = partForm(part);
    const stored = partOf(observation, part);
    const predicted = part === 'noticed' ? partOf(observation, 'predicted') : undefined;
    return {
      title,
      audience: audienceOf(opened, stored?.readyAt !== undefined && stored.readyAt !== null),
      trail: [
        { label: t('My observations'), href: '/my-learning/observations' },
        { label: titleOf(observation), href: observationHref(observation) },
      ],
      body: html`<p>${plain}</p>
        ${observation.focus && definitionList([{ term: t('What to look for'), says: observation.focus }])}
        ${
          predicted &&
          definitionList(
            partForm('predicted').questions.map(({ name, label }) => ({
              term: label,
              says: predicted.texts[name] ?? '',
            })),
          )
        }
        ${part === 'plan' && evidenceView(observation)}
        ${form(
          {
            action,
            button: t('Save'),
            // What was sent or kept holds every field; a tick it lacks was taken out.
            values: values ??
              draft ?? {
                ...begunWith(observation, part),
                ...stored?.texts,
                ready: stored?.readyAt ? 'yes' : '',
              },
            errors,
            draft: draftOf(observation, part),
            hidden: { version: stored?.version ?? 0 },
            cancel: observationHref(observation),
          },
          (f) => [
            ...questionsOf(observation, part).map((question) => f.textarea({ ...question, rows: 3 })),
            waitsForReady(part) &&
              !sideBySide(observation) &&
              f.checkbox({
                name: 'ready',
                label: readyLabel(opened),
                hint: t('Until both of you are ready, each reads only their own.'),
              }),
          ],
        )}`,
    };
  },
});

/** What the other asked to be looked for need not be written again. */
const begunWith = ({ focus }: Observation, part: Part): Record<string, string> =>
  part === 'notes' ? { 'looking-for': focus } : {};

export const readyLabel = ({ observation, observed }: OpenedObservation): string =>
  t('Mine is ready to be read beside {name}’s', {
    name: observed ? observation.observer : observation.observed,
  });

/** Who can read this part, before and after saving. */
function audienceOf({ observation, observed, part }: OpenedObservation & { part: Part }, ready: boolean) {
  const other = observed ? observation.observer : observation.observed;
  const alone = !sideBySide(observation) && !ready;
  return {
    icon: alone ? ('private' as const) : ('people' as const),
    words: alone
      ? t('Only you, until you and {name} are both ready', { name: other })
      : waitsForReady(part) && !sideBySide(observation)
        ? t('You; and {name} once both are ready', { name: other })
        : t('You, {name}, and those with whom {teacher} shares it', {
            name: other,
            teacher: observation.observed,
          }),
    why: t(
      '{teacher}, who was observed, decides who else reads this observation. Line managers are kept out.',
      {
        teacher: observation.observed,
      },
    ),
  };
}
