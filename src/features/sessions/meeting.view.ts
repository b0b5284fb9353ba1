import { audienceNote } from '#platform/access/audience-words.ts';
import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { audienceLine } from '#ui/layout.ts';
import { evidenceLabel } from '#ui/label.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { type Agenda, evidenceList } from '#features/evidence/index.ts';
import { agendaOf, talkAlone } from './agenda.ts';
import { commitmentForm, commitmentsMade, reports } from './commitments.view.ts';
import { section } from './section.view.ts';
import { minutesPolicy } from './sessions.policy.ts';
import type { StepView } from './step.view.ts';

type Item = Agenda['items'][number];

/**
 * A meeting over evidence: it opens with reports on what was promised, looks at evidence from
 * classes, and closes with new promises. Shown to those in it alone.
 */
export function meetingSection(view: StepView): Html {
  const { minutes, data, visit } = view;
  const agenda = agendaOf(data.step);
  return html`<section id="meeting">
    <h2>${agenda.title}</h2>
    ${audienceLine(audienceNote(minutes, minutesPolicy, visit.who))}
    <p>${agenda.plain}</p>
    ${behindTheTalk(view)}
    ${agenda.items.map(
      (item) =>
        html`<section id="${item.id}">
          <h3>${item.title} <span class="meta">${formatMinutes(item.minutes)}</span></h3>
          <p>${item.prompt}</p>
          ${partOf(view, item)}
        </section>`,
    )}
  </section>`;
}

function partOf(view: StepView, item: Item): Html {
  const writes = !view.opened.programme.closed_at;
  if (item.records === 'reports') return reports(view);
  if (item.records === 'commitments')
    return html`${commitmentsMade(view)} ${writes && view.takesPart && commitmentForm(view)}`;
  const together = { id: item.id, label: item.title, mayWrite: view.writes, standsOpen: true };
  return html`${item.records === 'evidence' && broughtEvidence(view)}
  ${item.per === 'group' && section(view, together)}`;
}

function broughtEvidence({ brought, takesPart }: StepView): Html {
  return countedList({
    says: tn(brought.length, 'One try-out is on the table', '{n} try-outs are on the table'),
    dense: true,
    items: brought.map(
      (each) =>
        html`<a href="${each.href}">${each.title}</a>
          <span class="meta"
            >${personName({ name: each.author })}, ${formatDate(each.onDate, 'short')}</span
          >`,
    ),
    empty: empty({
      says: t(
        'Nobody has brought a try-out to this meeting yet. When you log one, choose this meeting and share it.',
      ),
      ...(takesPart
        ? { todo: { label: t('Write down what you tried'), href: '/my-learning/try-outs/new' } }
        : {}),
    }),
  });
}

/** Whether something was tried, and whether pupils can be seen in it; and what the source says of talk alone. */
function behindTheTalk({ data, brought }: StepView): Html {
  const tried = data.toReport.filter(({ outcome }) => outcome === 'tried' || outcome === 'partly').length;
  const ofEvidence = agendaOf(data.step).items.filter(({ records }) => records === 'evidence');
  const noted = data.sections.some(
    ({ section, text }) => text !== '' && ofEvidence.some(({ id }) => id === section),
  );
  const { lessonNotes } = data;
  const pupils = brought.length > 0 || noted || lessonNotes > 0;
  const words = [
    tried > 0 &&
      tn(tried, 'One person reports something they tried.', '{n} people report something they tried.'),
    lessonNotes > 0 &&
      tn(
        lessonNotes,
        'A research lesson was taught, with one note of what pupils did.',
        'A research lesson was taught, with {n} notes of what pupils did.',
      ),
    tried === 0 && lessonNotes === 0 && t('Nobody has reported an experiment at this meeting yet.'),
    pupils ? t('Evidence from pupils is on the table.') : t('No evidence from pupils is on the table yet.'),
  ]
    .filter((each) => each !== false)
    .join(' ');
  if ((tried > 0 || lessonNotes > 0) && pupils)
    return notice(
      'good',
      html`${words} ${evidenceLabel('practice')}`,
      t('What stands behind this conversation'),
    );
  const said = talkAlone();
  return notice(
    'info',
    html`${words} ${said.length > 0 ? evidenceList(said) : nothing}`,
    t('What stands behind this conversation'),
  );
}
