import { audienceNote } from '#platform/access/audience-words.ts';
import { t } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { audienceLine } from '#ui/layout.ts';
import { belowStep } from './addresses.ts';
import { isMeeting } from './kinds-of-step.ts';
import { meetingSection } from './meeting.view.ts';
import { section } from './section.view.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { hasNotes, notesSection } from './step-in-protocol.ts';
import type { StepView } from './step.view.ts';

/**
 * Everything at a step that is one text for all, for those inside: the meeting, the notes, the parts that the
 * protocol asks for. The browser's half asks now and then who is writing and what was saved.
 */
export function writtenTogether(view: StepView): Html {
  const { opened, data, protocol } = view;
  return html`<joint-writing
    data-newer="${belowStep(opened.programme, data.step, 'newer')}"
    data-show="${t('Show it')}"
    data-write="${t('Write here')}"
    data-write-anyway="${t('Write anyway')}"
    >${isMeeting(data.step) && meetingSection(view)} ${hasNotes(protocol, data.step) && notes(view)}
    ${joint(view)}
    ${
      data.sections.some(({ text }) => text !== '') &&
      html`<p>
        ${linkButton({
          label: t('Read what was written as a whole'),
          href: belowStep(opened.programme, data.step, 'minutes'),
          icon: 'file',
        })}
      </p>`
    }</joint-writing
  >`;
}

function notes(view: StepView): Html {
  const { minutes, visit, data, opened } = view;
  const writes = visit.who.may('note', minutesPolicy, minutes) && !opened.programme.closed_at;
  const written = data.sections.some(({ text }) => text !== '');
  if (!writes && !written) return nothing;
  const label = t('Notes of the session');
  return html`<section id="${notesSection}">
    <h2>${label}</h2>
    ${audienceLine(audienceNote(minutes, minutesPolicy, visit.who))}
    ${writes && html`<p>${t('What was done and what it raised. Write about the session, not about a person.')}</p>`}
    ${section(view, { id: notesSection, label, mayWrite: writes, standsOpen: true })}
  </section>`;
}

/** What the protocol asks people to write together, part by part. */
function joint(view: StepView): Html {
  const { minutes, visit, writing, writes } = view;
  if (writing?.way !== 'together') return nothing;
  return html`<section id="writing">
    <h2>${t('What you write together')}</h2>
    ${audienceLine(audienceNote(minutes, minutesPolicy, visit.who))}
    ${
      writes &&
      html`<p>
        ${t('Everybody may write in every part. Others see who is writing where, and no text is lost: what was there before stays among the earlier versions.')}
      </p>`
    }
    ${writing.parts.map(
      ({ id, title, prompt }) =>
        html`<section id="${id}">
          <h3>${title}</h3>
          ${prompt && html`<p>${prompt}</p>`}
          ${section(view, { id, label: title, mayWrite: writes, standsOpen: false })}
        </section>`,
    )}
  </section>`;
}
