import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { answerFields } from './answer-fields.ts';
import { answers, consentLabel, howInWords, pupilHref } from './consent.ts';
import type { KeptConsent, PupilConsents } from './pupil.queries.ts';
import { consentPurposes, isOfRecordings, purposeTitle } from './purposes.ts';
import { standingMark } from './register.view.ts';
import { usualUntil } from './year-end.ts';

interface PupilData {
  pupil: PupilConsents;
  keeps: boolean;
  visit: Visit;
}

export function pupilView(data: PupilData): Html {
  const { pupil, keeps } = data;
  const asked = consentPurposes().map(({ id }) => id);
  // A purpose that the catalogue no longer has is shown where somebody was asked.
  const all = [...new Set([...asked, ...pupil.consents.map(({ purpose }) => purpose)])];
  return html`${all.map((purpose) => onePurpose(data, purpose))} ${keeps && newAnswer(data, asked)}
  ${quietActions([{ label: t('The pupil’s page'), href: `/people/${pupil.personId}`, icon: 'pupils' }])}`;
}

function onePurpose(data: PupilData, purpose: string): Html {
  const history = data.pupil.consents.filter((each) => each.purpose === purpose);
  const now = history.find(({ endedAt }) => endedAt === null);
  return html`<section>
    <h2>${purposeTitle(purpose)}</h2>
    <p>
      ${now ? standingMark(now.standing, now.withdrawnAt === null ? consentLabel(now.standing) : t('Taken back')) : standingMark('none')}
    </p>
    ${now && facts(now)} ${now && whatMayBeDone(data, now)}
    ${
      history.length > (now ? 1 : 0) &&
      details(
        t('Earlier answers'),
        html`${history
          .filter((each) => each !== now)
          .map(
            (each) =>
              html`<h3>${earlierTitle(each)}</h3>
                ${facts(each)}`,
          )}`,
      )
    }
  </section>`;
}

const earlierTitle = ({ answer, givenOn }: KeptConsent): string =>
  t('{answer}, {day}', { answer: consentLabel(answer), day: formatDate(givenOn) });

const facts = (consent: KeptConsent): Html =>
  definitionList([
    { term: t('Who said so'), says: consent.givenBy },
    { term: t('How and when'), says: `${howInWords(consent.how)}, ${formatDate(consent.givenOn)}` },
    { term: t('Until'), says: consent.until !== null && formatDate(consent.until) },
    {
      term: t('Written down'),
      says: t('{name}, {when}', { name: consent.recordedBy, when: formatMoment(consent.createdAt) }),
    },
    {
      term: t('Taken back'),
      says: consent.withdrawnAt !== null && [
        t('{name}, {when}', { name: consent.withdrawnBy ?? '', when: formatMoment(consent.withdrawnAt) }),
        consent.withdrawnWord !== null && t('Said by {who}', { who: consent.withdrawnWord }),
      ],
    },
    {
      term: t('Ended'),
      says:
        consent.endedAt !== null &&
        (consent.wasReplaced
          ? t('Another answer came, {when}', { when: formatMoment(consent.endedAt) })
          : t('Taken out again as a slip, {when}', { when: formatMoment(consent.endedAt) })),
    },
  ]);

function whatMayBeDone({ pupil, keeps, visit }: PupilData, now: KeptConsent): Html | false {
  const at = `${pupilHref(pupil.personId)}/${now.id}`;
  if (now.withdrawnAt !== null)
    return (
      (keeps || now.withdrawnById === visit.who.personId) &&
      form({ action: `${at}/restore`, button: t('It was not taken back after all'), quiet: true })
    );
  return (
    now.standing === 'given' &&
    details(
      t('Take this consent back'),
      form(
        {
          ...visit.formAt(`${at}/withdraw`),
          button: t('Write down that it is taken back'),
          danger: true,
          quiet: true,
        },
        (f) =>
          f.text({
            name: 'said_by',
            label: t('Who said so'),
            hint: whatFollows(now.purpose, keeps),
            required: true,
            maxlength: 120,
          }),
      ),
      visit.formAt(`${at}/withdraw`).errors !== undefined,
    )
  );
}

/** What taking back a consent sets off, for whoever is about to write it down. */
const whatFollows = (purpose: string, keeps: boolean): string =>
  [
    keeps
      ? t('It counts at once, and those who teach the pupil are told.')
      : t('It counts at once. Those who keep the register and those who teach the pupil are told.'),
    isOfRecordings(purpose) &&
      t('Where the pupil can be recognised in a recording, it closes to all but the teacher who made it.'),
  ]
    .filter(Boolean)
    .join(' ');

const newAnswer = ({ pupil, visit }: PupilData, asked: readonly string[]): Html =>
  html`<section>
    <h2>${t('Write an answer down')}</h2>
    ${form({ ...visit.formAt(pupilHref(pupil.personId)), button: t('Write this answer down') }, (f) => [
      f.select({
        name: 'purpose',
        label: t('For what'),
        required: true,
        options: asked.map((id) => ({ value: id, label: purposeTitle(id) })),
      }),
      f.radios({
        name: 'answer',
        label: t('Answer'),
        required: true,
        options: answers.map((value) => ({ value, label: consentLabel(value) })),
      }),
      answerFields(f, {
        today: visit.today,
        until: usualUntil(pupil.yearEnd, visit.today),
        hint: t('A name and what they are to the pupil: “Lowri Roberts, mother”. Or the pupil.'),
      }),
    ])}
  </section>`;
