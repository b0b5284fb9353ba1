import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { line } from '#platform/http/input.ts';
import { action, show } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { printButton } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { chronologyHref, concernsPath } from './addresses.ts';
import { chronologyBody, chronologyPage, namedAudience, openChronology } from './chronology.page.ts';
import { concernPolicy } from './concern.policy.ts';

/** Shows all about a child to print, and keeps who printed it and why. It has no address to come back to. */
export const printChronology = action(chronologyHref(':pupil', '/print'), {
  purpose: 'safeguarding',
  access: concernPolicy,
  page: chronologyPage,
  input: z.object({ reason: line('Write why, and for whom.', 300) }),
  async run(change, { reason }) {
    const chronology = await openChronology(change, 'change');
    const { tx, organisationId, who, now } = change;
    const row = {
      owner_id: organisationId,
      id: newId(now),
      pupil_id: chronology.pupilId,
      printed_by: who.personId,
      reason,
      printed_at: now,
    };
    await tx.insertInto('concern_print').values(row).execute();
    await change.record({ kind: 'concern.printed', itemId: null, body: { printId: row.id } });
    return show(() => ({
      title: t('Everything about {child}, in order', { child: chronology.child }),
      audience: namedAudience(),
      trail: [
        { label: t('Concerns'), href: concernsPath },
        { label: chronology.child, href: chronologyHref(chronology.pupilId) },
      ],
      body: html`<p>
          ${t('{reason}. Printed by {name}, {when}.', { reason: reason.replace(/\.$/, ''), name: who.standing.name, when: formatMoment(now) })}
        </p>
        ${printButton()} ${chronologyBody(chronology, false)}`,
    }));
  },
});
