import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { agreementFormPage } from './agreement-form.page.ts';
import {
  insertForm,
  keepForm,
  selectForm,
  selectFormVersion,
  selectFormVersions,
  type SchoolForm,
} from './agreement-form.queries.ts';
import { type FormPart, mayHide } from './form-parts.ts';

const common = { purpose: 'administration', access: roles(role.cpdLeader) } as const;
const mostParts = 30;

/** Saves the school's wording as the next version of the form; agreements already begun stay on theirs. */
export const saveAgreementForm = action('/school/agreement-form', {
  ...common,
  input: z.looseObject({ version: version() }),
  page: agreementFormPage,

  async run(change, sent) {
    const { tx, organisationId: owner, now } = change;
    const current = await selectForm(tx, owner);
    if (sent.version !== current.version) throw await staleForm(change, current);
    const parts = readForm(current.parts, sent, newId(now));
    // The ready form is kept as the first version, so that there is something to go back to.
    const before = await keepForm(tx, owner, now);
    await saveNext(change, { version: before + 1, parts }, current);
    return see(
      '/school/agreement-form',
      t('Saved. New agreements begin on this form.'),
      `/school/agreement-form/versions/${before}/use`,
    );
  },
});

/** Makes an earlier version the newest again. */
export const useFormVersion = action('/school/agreement-form/versions/:version/use', {
  ...common,
  input: z.object({}),
  page: agreementFormPage,
  async run(change) {
    const { tx, organisationId: owner } = change;
    const number = Number(change.params.version);
    const parts =
      Number.isSafeInteger(number) && number > 0 && number < 1_000_000
        ? await selectFormVersion(tx, owner, number)
        : undefined;
    if (!parts) throw new NotFound();
    const current = await selectForm(tx, owner);
    await saveNext(change, { version: current.version + 1, parts }, current);
    return see('/school/agreement-form', t('Version {n} is in use again.', { n: number }));
  },
});

async function saveNext(change: Change, next: SchoolForm, current: SchoolForm): Promise<void> {
  const saved = await insertForm(change.tx, change.organisationId, next, change.who.personId, change.now);
  if (!saved) throw await staleForm(change, current);
  await change.record({ kind: 'agreement-form.saved', body: { version: next.version } });
}

async function staleForm(change: Change, { version: now, parts }: SchoolForm): Promise<Stale> {
  const [newest] = await selectFormVersions(change.tx, change.organisationId);
  return new Stale({
    version: now,
    writerId: newest?.changedById ?? null,
    writtenBy: newest?.changedBy ?? t('Somebody'),
    writtenAt: newest?.changedAt ?? change.now,
    fields: parts.flatMap(({ id, question, help }) => [
      { name: `question_${id}`, label: t('Question'), text: question },
      { name: `help_${id}`, label: t('Help'), text: help },
    ]),
  });
}

function readForm(
  parts: readonly FormPart[],
  sent: Readonly<Record<string, unknown>>,
  newPartId: string,
): FormPart[] {
  const textOf = (name: string): string =>
    typeof sent[name] === 'string' ? sent[name].replace(/\r\n?/g, '\n').trim().slice(0, 2000) : '';
  const errors: Record<string, string> = {};
  const worded = parts.map((part) => {
    const question = textOf(`question_${part.id}`);
    if (!question) errors[`question_${part.id}`] = t('Write the question. To have none, leave the part out.');
    return {
      ...part,
      question,
      help: textOf(`help_${part.id}`),
      hidden: mayHide(part, parts) && textOf(`hide_${part.id}`) !== '',
    };
  });
  if (Object.keys(errors).length > 0) throw new Refused(errors);
  const question = textOf('new_question');
  if (question && parts.length >= mostParts)
    throw new Refused({ new_question: t('The form is long enough: {n} parts.', { n: mostParts }) });
  const added: FormPart[] = question
    ? [
        {
          id: `own-${newPartId}`,
          question,
          help: textOf('new_help'),
          kind: 'text',
          required: false,
          under: null,
          options: [],
          hidden: false,
        },
      ]
    : [];
  return [...worded, ...added];
}
