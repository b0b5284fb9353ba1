import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { quietActions } from '#ui/actions.ts';
import { countedList } from '#ui/list.ts';
import { observationHref } from '#features/observations/index.ts';
import {
  openProgramme,
  programmeHref,
  programmePolicy,
  programmeTabs,
  programmeTrail,
  stepHref,
  type Programme,
} from '#features/programmes/index.ts';
import { isBrought } from './kinds-of-step.ts';
import { type Desk, selectDesk } from './specialist.queries.ts';

/** What waits for the specialist: whom to talk with, what to bring, whom to watch, what to answer. */
export const specialistPage = page('/programmes/:programme/specialist', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit, 'guide');
    const { programme } = opened;
    return { opened, programme, desk: await selectDesk(visit, programme) };
  },
  view({ opened, programme, desk }) {
    const next = desk.coming[0];
    const waiting = desk.questions.length;
    return {
      title: t('For the specialist'),
      audience: onlyYou(t('This page gathers what waits for you in this programme. Nobody else has it.')),
      trail: programmeTrail(programme),
      status: {
        ...(waiting > 0 && {
          promised: tn(waiting, 'One question waits for your answer', '{n} questions wait for your answer'),
        }),
        ...(next && {
          next: t('{title}, {day}', { title: next.title, day: formatDate(next.on, 'weekday') }),
        }),
      },
      ...(waiting > 0 && {
        action: { label: t('Answer questions'), href: programmeHref(programme, 'questions') },
      }),
      body: html`${programmeTabs(opened, 'specialist')} ${questions(programme, desk)}
      ${preparing(programme, desk)} ${talks(programme, desk)} ${observing(programme, desk)}`,
    };
  },
});

const questions = (programme: Programme, desk: Desk): Html =>
  html`<h2>${t('Questions without an answer')}</h2>
    ${countedList({
      says: tn(desk.questions.length, 'One question', '{n} questions'),
      items: desk.questions.map(
        (question) =>
          html`<a href="${programmeHref(programme, `questions/${question.id}`)}">${question.title}</a>
            <span class="meta">${question.asker}, ${formatMoment(new Date(question.waitingSince))}</span>`,
      ),
      empty: t('None. When somebody asks, you hear of it by mail.'),
    })}`;

/** Sessions that bring something new, with what is there for them already. */
function preparing(programme: Programme, { coming }: Desk): Html {
  const sessions = coming.filter(({ kind }) => kind !== 'specialist-observation' && kind !== 'on-call');
  return html`<h2>${t('Sessions you lead')}</h2>
    ${countedList({
      says: tn(sessions.length, 'One to come', '{n} to come'),
      items: sessions.map(
        (step) =>
          html`<a href="${stepHref(programme, step)}">${step.title}</a>
            <span class="meta"
              >${formatDate(step.on, 'weekday')}${step.startsAt && html`, ${step.startsAt}`}${step.place && html`, ${step.place}`};
              ${
                step.materials > 0
                  ? tn(step.materials, 'one thing is there', '{n} things are there')
                  : isBrought(step)
                    ? html`<a href="${stepHref(programme, step)}#materials">${t('add the materials')}</a>`
                    : t('nothing to prepare is planned')
              }</span
            >`,
      ),
      empty: t('None is planned from today on.'),
    })}`;
}

const talks = (programme: Programme, { people }: Desk): Html =>
  html`<h2>${t('Talks about starting points')}</h2>
    ${countedList({
      says: tn(people.length, 'One person takes part', '{n} people take part'),
      dense: true,
      items: people.map(
        (person) =>
          html`<bdi>${person.name}</bdi>
            <span class="meta"
              >${
                person.notesId
                  ? html`<a href="/interview-notes/${person.notesId}">${t('the notes of your talk')}</a>`
                  : person.sharedId
                    ? html`<a href="/starting-points/${person.personId}/${person.sharedId}"
                        >${t('shares starting points with you')}</a
                      >`
                    : t('shares nothing with you yet; ask them in person')
              }</span
            >`,
      ),
      empty: empty({ says: t('Nobody takes part yet.') }),
    })}
    <p>
      <a href="/my-learning/starting-points/shared?programme=${programme.id}"
        >${t('Read what is shared with you')}</a
      >
    </p>`;

/** Whom one visits or owes feedback, and for when the programme foresees visits. */
const observing = (programme: Programme, { coming, visits }: Desk): Html => {
  const steps = coming.filter(({ kind }) => kind === 'specialist-observation');
  const stands = {
    asked: t('waits for an answer'),
    agreed: t('agreed'),
    owed: t('your feedback is still to come'),
  };
  return html`<h2>${t('Visits to classes')}</h2>
    ${countedList({
      says: tn(visits.length, 'One visit', '{n} visits'),
      items: visits.map(
        (visit) =>
          html`<a href="${observationHref(visit)}"><bdi>${visit.observed}</bdi></a>
            <span class="meta"
              >${formatDate(visit.on, 'weekday')}${visit.startsAt && html`, ${visit.startsAt}`};
              ${stands[visit.stands]}</span
            >`,
      ),
      empty: t('None is agreed, and no feedback is owed.'),
    })}
    ${
      steps.length > 0 &&
      html`<p>${t('The programme foresees them here:')}</p>
        <ul>
          ${steps.map(
            (step) =>
              html`<li>
                <a href="${stepHref(programme, step)}">${step.title}</a>, ${formatDate(step.on, 'weekday')}
              </li>`,
          )}
        </ul>`
    }
    ${quietActions([
      {
        label: t('Agree a visit'),
        href: `/my-learning/observations/new?programme=${programme.slug}`,
        icon: 'add',
      },
      { label: t('All your visits'), href: '/my-learning/observations', icon: 'specialist' },
    ])}`;
};
