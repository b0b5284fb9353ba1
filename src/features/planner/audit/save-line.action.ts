import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, line, optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { auditPolicy } from '../planner.policy.ts';
import { criteriaIds, criteria, type CycleLine, lineHref, lineKinds } from './audit.ts';
import { auditOf, mostLines } from './audit.queries.ts';
import { insertLine, lineFields, type LineText, lockLine } from './line.queries.ts';
import { editLinePage, newLinePage } from './line-form.page.ts';
import { openAudit, openLine } from './open-audit.ts';

const said = () => optionalProse(4000);
const text = {
  kind: choice(lineKinds, 'Say whether it is a policy, a programme or a project.'),
  title: line('Write what it is called.'),
  specialist: said(),
  peer: said(),
  keep: said(),
  change: said(),
  criterion_tailor: said(),
  criterion_support: said(),
  criterion_sustain: said(),
  criterion_ownership: said(),
  criterion_pupils: said(),
};
const newLine = z.object(text);

const toText = (sent: z.output<typeof newLine>): LineText => ({
  kind: sent.kind,
  title: sent.title,
  specialist: sent.specialist,
  peer: sent.peer,
  keep: sent.keep,
  change: sent.change,
  criteria: Object.fromEntries(criteriaIds.map((id) => [id, sent[`criterion_${id}`]])),
});

/** Adds a line to the year's audit. */
export const addLine = action('/school/cycle-audit/:year/lines', {
  purpose: 'learning',
  access: auditPolicy,
  page: newLinePage,
  input: newLine,
  async run(change, sent) {
    const { year, lines } = await openAudit(change, 'write');
    if (lines.length >= mostLines)
      throw new Refused(t('There are {n} lines already. Take one away first.', { n: mostLines }));
    const audit = await auditOf(change, year.year);
    const id = newId(change.now);
    await insertLine(change, audit, { id, lineageId: id, programmeId: null, text: toText(sent) });
    await change.record({
      kind: 'cycle-line.added',
      itemId: audit.id,
      body: { lineId: id, year: year.year },
    });
    return see(lineHref(year.year, { id }), t('The line is added.'));
  },
});

/** Saves what is written of a line. Throws `Stale` when somebody saved it meanwhile. */
export const saveLine = action('/school/cycle-audit/:year/lines/:line/edit', {
  purpose: 'learning',
  access: auditPolicy,
  page: editLinePage,
  input: z.object({ ...text, version: version() }),
  async run(change, sent) {
    const { tx, now, who, organisationId: ownerId } = change;
    const opened = await openLine(change, 'write');
    const of = { ownerId, id: opened.line.id };
    const stored = await lockLine(tx, of);
    if (stored.version !== sent.version) await stale(change, of, stored);
    const written = toText(sent);
    await tx
      .updateTable('cycle_line')
      .set({
        ...written,
        criteria: JSON.stringify(written.criteria),
        version: sent.version + 1,
        written_by: who.personId,
        written_at: now,
      })
      .where('owner_id', '=', ownerId)
      .where('id', '=', of.id)
      .execute();
    await keepText(tx, of, sent.version + 1, lineFields(written), who.personId, now);
    await change.record({
      kind: 'cycle-line.saved',
      itemId: opened.item.id,
      body: { lineId: of.id },
    });
    return see(lineHref(opened.year.year, of), t('Saved.'));
  },
});

const stale = (
  change: Change,
  of: { ownerId: string; id: string },
  stored: LineText & { version: number },
): Promise<never> => {
  const field = (name: keyof CycleLine & keyof LineText, label: string) => ({
    name,
    label,
    text: String(stored[name]),
  });
  return throwStale(
    change.tx,
    of,
    {
      version: stored.version,
      fields: [
        field('title', t('What it is called')),
        field('specialist', t('How and when is specialist input used?')),
        field('peer', t('How and when are opportunities for peer support created and used?')),
        ...criteria().map(({ id, title }) => ({
          name: `criterion_${id}`,
          label: t(title),
          text: stored.criteria[id] ?? '',
        })),
        field('keep', t('What would you keep the same?')),
        field('change', t('What would you change?')),
      ],
    },
    change.now,
  );
};
