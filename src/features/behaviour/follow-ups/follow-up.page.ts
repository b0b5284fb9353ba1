import { selectTexts } from '#platform/audit/text-versions.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { behaviourPath, eventHref, followUpHref, followUpsPath, pupilHref } from '../addresses.ts';
import { staffAndSupervisor } from '../behaviour.access.ts';
import { followUpFields } from './follow-up-form.ts';
import { selectFollowUp } from './follow-up.queries.ts';
import { tellingInWords } from './follow-up.ts';
import { clashNotice, whatInWords, whenInWords } from './follow-up.view.ts';

/** One follow-up: what, when, with whom, how the family was told, and how it went. */
export const followUpPage = page(followUpHref(':followUp'), {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const found = await selectFollowUp(visit.db, visit.who, visit.params.followUp!, visit.today);
    const of = { ownerId: visit.organisationId, id: found.followUp.id };
    return { ...found, texts: await selectTexts(visit.db, of) };
  },
  view: (data, visit) => {
    const { followUp, about, texts } = data;
    return {
      title: t('What follows for {name}', { name: followUp.pupil }),
      audience: staffAndSupervisor(),
      trail: [
        { label: t('What went well, what went wrong'), href: behaviourPath },
        { label: formatDate(followUp.on), href: `${followUpsPath}?day=${followUp.on}` },
      ],
      body: html`${clashNotice(followUp)}
      ${definitionList([
        { term: t('What'), says: whatInWords(followUp) },
        { term: t('When and where'), says: whenInWords(followUp) },
        { term: t('Moved from'), says: followUp.movedFrom !== null && formatDate(followUp.movedFrom) },
        {
          term: t('What it is for'),
          says: followUp.words !== '' && html`<span class="as-written" dir="auto">${followUp.words}</span>`,
        },
        {
          term: t('About'),
          says:
            about.length > 0 &&
            about.map(
              ({ id, category, on }) =>
                html`<a href="${eventHref(id)}"
                  >${t('{what}, {day}', { what: category, day: formatDate(on) })}</a
                >`,
            ),
        },
        {
          term: t('The family was told'),
          says:
            followUp.toldOn === null
              ? tellingInWords('')
              : `${tellingInWords(followUp.toldHow)}, ${formatDate(followUp.toldOn)}`,
        },
        {
          term: t('How it went'),
          says:
            followUp.outcome !== '' && html`<span class="as-written" dir="auto">${followUp.outcome}</span>`,
        },
        { term: t('Between those involved'), says: followUp.putRight && t('It is put right.') },
        { term: t('Planned by'), says: followUp.plannedBy },
      ])}
      ${outcomePart(data, visit)} ${followUp.reads && changePart(data, visit)}
      ${
        texts.length > 0 &&
        details(
          t('How it was before'),
          html`${texts.map(({ writtenAt, writtenBy, fields }) =>
            definitionList([
              {
                term: t('Until'),
                says: t('{name}, {when}', { name: writtenBy, when: formatMoment(writtenAt) }),
              },
              { term: t('When and where'), says: String(fields.when) },
              { term: t('What it is for'), says: String(fields.words) },
              { term: t('How it went'), says: fields.outcome !== '' && String(fields.outcome) },
            ]),
          )}`,
        )
      }
      ${followUp.reads && html`<p><a href="${pupilHref(followUp.pupilId)}">${t('All that was noted of {name}', { name: followUp.pupil })}</a></p>`}`,
    };
  },
});

type Data = Awaited<ReturnType<typeof selectFollowUp>>;

/** How it went: for whoever is with the pupil, and those who read of the pupil. */
function outcomePart({ followUp }: Data, visit: Visit): Html {
  const at = followUpHref(followUp.id, 'outcome');
  if (followUp.state === 'not-needed')
    return followUp.reads
      ? form({
          action: followUpHref(followUp.id, 'restore'),
          hidden: { version: followUp.version },
          button: t('It is needed after all'),
          quiet: true,
        })
      : html``;
  return html`<section>
    <h2>${t('How it went')}</h2>
    ${form(
      {
        values: { outcome: followUp.outcome, put_right: followUp.putRight ? 'yes' : '' },
        ...visit.formAt(at),
        hidden: { version: followUp.version },
        button: followUp.state === 'happened' ? t('Save how it went') : t('It happened'),
      },
      (f) => [
        f.textarea({
          name: 'outcome',
          label: t('In words'),
          hint: t('Pupil and family read this. What was said, what is agreed, what helps next time.'),
          rows: 3,
          maxlength: 1000,
        }),
        visit.formAt(at).errors?.['outcome'] !== undefined &&
          f.checkbox({ name: 'no_name', label: t('It is no pupil’s name: save it as it is') }),
        f.checkbox({ name: 'put_right', label: t('It is put right between those involved') }),
      ],
    )}
    ${
      followUp.reads &&
      followUp.state === 'planned' &&
      form({
        action: followUpHref(followUp.id, 'not-needed'),
        hidden: { version: followUp.version },
        button: t('It is not needed'),
        quiet: true,
      })
    }
    ${
      followUp.state === 'happened' &&
      form({
        action: followUpHref(followUp.id, 'restore'),
        hidden: { version: followUp.version },
        button: t('It did not happen yet'),
        quiet: true,
      })
    }
  </section>`;
}

function changePart({ followUp, staff, settled }: Data, visit: Visit): Html | false {
  if (followUp.state !== 'planned') return false;
  const at = followUpHref(followUp.id, 'change');
  const state = visit.formAt(at);
  return details(
    t('Move it or change it'),
    form(
      {
        values: {
          kind: followUp.kind,
          words: followUp.words,
          on: followUp.on,
          at: followUp.at,
          minutes: followUp.minutes,
          place: followUp.place,
          supervisor: followUp.supervisorId ?? '',
          told_how: followUp.toldHow,
        },
        ...state,
        hidden: { version: followUp.version },
        button: t('Save the change'),
      },
      (f) => followUpFields(f, { staff, settled, isNamed: state.errors?.['words'] !== undefined }),
    ),
    state.errors !== undefined,
  );
}
