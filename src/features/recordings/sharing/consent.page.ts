import { sql } from 'kysely';
import { onlyYou } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { openRecording } from '../open-recording.ts';
import { recordingTrail } from '../recording-trail.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { type Recording, recordingHref } from '../recording.ts';

interface TakenBack {
  personId: string;
  name: string;
}

/** The pupils who may be recognised in it and whose consent was taken back. */
export async function selectTakenBack(
  { db }: Pick<Visit, 'db'>,
  { ownerId, id }: Pick<Recording, 'ownerId' | 'id'>,
): Promise<TakenBack[]> {
  const { rows } = await sql<TakenBack>`select p.id as "personId", p.name
    from recording_pupil x join person p on p.id = x.person_id
    where x.owner_id = ${ownerId} and x.recording_id = ${id} and x.shown = 'seen' and x.taken_back_at is not null
    order by p.name, p.id`.execute(db);
  return rows;
}

/** A consent was taken back: what its author can do about it. */
export const consentPage = page('/recordings/:recording/consent', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const { recording } = await openRecording(visit, 'decide');
    return { recording, pupils: await selectTakenBack(visit, recording) };
  },
  view({ recording, pupils }) {
    const names = formatList(pupils.map(({ name }) => name));
    return {
      title: t('A consent was taken back'),
      audience: onlyYou(
        t('Only you see this page. The recording is closed to everybody else until you decide.'),
      ),
      trail: recordingTrail(recording),
      body:
        pupils.length === 0
          ? empty({ says: t('All consents stand, so there is nothing to decide.') })
          : html`<p>
                ${t('The consent for {names} does not stand any more, and they may be recognised in this recording.', { names })}
              </p>
              <p>${t('There are three ways on. None is urgent for you: it is closed already.')}</p>
              ${quietActions([
                { label: t('Erase it for good'), href: recordingHref(recording, 'erase') },
                { label: t('Send it again, with them blurred'), href: recordingHref(recording, 'send') },
              ])}
              ${form({
                action: recordingHref(recording, 'not-in-it'),
                button: t('I looked again: they cannot be recognised in it'),
                quiet: true,
              })}
              <p class="meta">${t('That you said so, and when, is written down.')}</p>`,
    };
  },
});
