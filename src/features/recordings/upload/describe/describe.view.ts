import { addDays } from '#platform/calendar/dates.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { type Fields, type Option } from '#ui/form.ts';
import { details } from '#ui/details.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { table } from '#ui/table.ts';
import { consentLabel, type FilmedPupil } from '#features/consents/index.ts';
import { notesAfterField } from '../../making/notes-after.ts';
import { type ClassOfSchool, type DescribeAsked, type Where, whereValue } from './describe.queries.ts';

/** The fields of describing a recording, in the order in which one thinks of it. */
export const describeFields = (
  f: Fields,
  asked: DescribeAsked,
  { unitId, today }: { unitId: string | undefined; today: string },
): Value => html`
  ${f.text({ name: 'title', label: t('What it is called'), hint: t('For you to find it again: “Explaining fractions”. Leave pupils’ names out.'), required: true })}
  ${f.textarea({ name: 'lesson', label: t('What went on'), hint: t('What the lesson was about, and what you want to look at.'), rows: 3 })}
  ${f.date({ name: 'filmed_on', label: t('The day of the lesson'), required: true, initial: today })}
  ${f.group(t('Who can be seen or heard'), whoIsSeen(f, asked, unitId), t('Nobody may be recognised for whom nobody has agreed.'))}
  ${worked(f, asked.wheres)}
  ${f.date({
    name: 'keep_until',
    label: t('Kept until'),
    hint: t('Your school allows {n} days at most. You are told before it goes, and can change the day.', {
      n: asked.keeping.longestDays,
    }),
    required: true,
    initial: addDays(today, asked.keeping.usualDays),
  })}
  ${f.radios({ ...notesAfterField(), initial: 'stay' })}
`;

function whoIsSeen(f: Fields, { classes, pupils }: DescribeAsked, unitId: string | undefined): Html {
  return html`${f.select({
      name: 'unit',
      label: t('The class'),
      hint: t('With it come the pupils, and what their families said.'),
      options: [{ value: '', label: t('No class of the school') }, ...classes.map(classOption)],
    })}
    <p class="buttons show-pupils" id="pupils">
      <button
        type="submit"
        name="draft_at"
        value="pupils"
        class="button secondary"
        formaction="/drafts/keep"
        formmethod="post"
        formenctype="application/x-www-form-urlencoded"
        formnovalidate
      >
        ${t('Show the pupils of this class')}
      </button>
    </p>
    ${unitId !== undefined && pupilTable(f, pupils)}
    ${f.textarea({
      name: 'others',
      label: t('Who else'),
      hint: t('Other children, visitors, colleagues: who they are in words, and that they know of it.'),
      rows: 2,
    })}
    ${f.checkbox({ name: 'only_me', label: t('Nobody but me can be seen or heard in it') })}
    ${f.checkbox({
      name: 'blur_others',
      label: t('One of them has not agreed: I blur them before I send it'),
    })}`;
}

const classOption = ({ id, name, mine }: ClassOfSchool): Option => ({
  value: id,
  label: name,
  group: mine ? t('Your classes') : t('Other classes'),
});

export const pupilField = ({ personId }: Pick<FilmedPupil, 'personId'>): string => `pupil-${personId}`;

/** Those without a consent first, of whom something is asked; whoever has one is taken to be seen, and folded away. */
function pupilTable(f: Fields, pupils: readonly FilmedPupil[]): Html {
  const [given, without] = [true, false].map((has) =>
    pupils.filter(({ answer }) => (answer === 'given') === has),
  ) as [FilmedPupil[], FilmedPupil[]];
  const tableOf = (caption: string, some: readonly FilmedPupil[]): Html =>
    table({
      caption,
      captionHidden: true,
      columns: [{ label: t('Name'), wide: true }, { label: t('Consent') }, { label: t('In the recording') }],
      rows: some.map((pupil) => [
        html`<bdi>${pupil.name}</bdi>`,
        consentWords(pupil),
        seenField(f, pupil, without.length > 1),
      ]),
      empty: t('Nobody is in this class today.'),
    });
  const n = without.length;
  return html`<div class="pupils-of-class">
    ${
      n > 0
        ? notice(
            'caution',
            tn(
              n,
              'One pupil of {all} has no consent to be filmed. They sit outside the picture, or you blur them on this device before anything is sent.',
              '{n} pupils of {all} have no consent to be filmed. They sit outside the picture, or you blur them on this device before anything is sent.',
              { all: pupils.length },
            ),
          )
        : nothing
    }
    ${
      n > 1 &&
      f.select({
        name: 'rest',
        label: t('All without a consent'),
        hint: t('Of each of them you can choose something else below.'),
        options: [{ value: '', label: t('I say it of each below') }, ...restOptions()],
      })
    }
    ${(n > 0 || given.length === 0) && tableOf(t('Pupils without a consent'), without)}
    ${
      given.length > 0 &&
      details(
        tn(given.length, 'One pupil with a consent', '{n} pupils with a consent'),
        tableOf(t('Pupils with a consent'), given),
        n === 0,
      )
    }
  </div>`;
}

const consentWords = ({ answer, until }: FilmedPupil): string =>
  answer === 'given' && until
    ? t('{answer}, until {day}', { answer: consentLabel(answer), day: formatDate(until, 'short') })
    : consentLabel(answer);

/** Whoever may be seen is taken to be; of whoever may not, it is asked. */
function seenField(f: Fields, pupil: FilmedPupil, oneForAll: boolean): Html {
  const given = pupil.answer === 'given';
  return f.select({
    name: pupilField(pupil),
    label: pupil.name,
    labelHidden: true,
    required: !oneForAll,
    unmarked: true,
    initial: given ? 'seen' : '',
    options: [
      ...(given ? [] : [{ value: '', label: oneForAll ? t('As said of all') : t('Choose') }]),
      ...(given ? [{ value: 'seen', label: t('Seen or heard') }, ...restOptions().slice(1)] : restOptions()),
    ],
  });
}

/** How somebody without consent can be in a recording. */
const restOptions = (): { value: string; label: string }[] => [
  { value: 'seen', label: t('Seen: to be blurred') },
  { value: 'hidden', label: t('Out of the picture') },
  { value: 'away', label: t('Was not there') },
];

const worked = (f: Fields, wheres: readonly Where[]): Html =>
  wheres.length === 0
    ? nothing
    : f.select({
        name: 'where',
        label: t('Where you work on it'),
        hint: t('Nobody sees it by this. Once you have watched it, you say to whom you show it.'),
        options: [
          { value: '', label: t('Nowhere yet: for yourself') },
          ...wheres.map((where) => ({
            value: whereValue(where),
            label:
              where.step && where.on
                ? t('{step}, {day}', { step: where.step, day: formatDate(where.on, 'short') })
                : where.circle,
            group: where.step ? where.circle : kindOfWhere[where.circleKind](),
          })),
        ],
      });

const kindOfWhere: Record<Where['circleKind'], () => string> = {
  coaching: () => t('Mentoring and coaching'),
  partnership: () => t('Partnerships'),
  programme: () => t('Programmes and groups'),
};
