import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { assessmentForm } from './assessment-form.ts';
import {
  assessmentHref,
  type Partner,
  type PeerAssessment,
  selectMine,
  selectPartners,
} from './peer-assessment.queries.ts';

export const myAssessmentsPage = page('/my-learning/peer-assessments', {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const mine = await selectMine(visit.db, visit.who);
    return { mine, partners: await selectPartners(visit.db, visit.who) };
  },
  view: ({ mine, partners }, visit) => ({
    title: t('How far we have come'),
    audience: onlyYou(
      t('This list is yours. What you write is yours alone until you send it to your partner.'),
    ),
    body: html`<p>${t(assessmentForm().plain)}</p>
      ${partners.length > 0 && begin(partners, visit.formAt('/my-learning/peer-assessments'))}
      ${countedList({
        says: tn(mine.length, '{n} account', '{n} accounts'),
        items: mine.map((each) => entry(each, visit.who.personId)),
        empty: empty({
          says:
            partners.length > 0
              ? t(
                  'Nothing is written yet. In the second cycle, tell your partner from evidence how far they have come.',
                )
              : t(
                  'You are in no partnership. Partners write to one another here in the second cycle of a programme.',
                ),
        }),
      })}`,
  }),
});

const begin = (
  partners: readonly Partner[],
  state: { values?: Readonly<Record<string, unknown>>; errors?: Readonly<Record<string, string>> },
): Html =>
  form({ action: '/my-learning/peer-assessments', button: t('Begin to write'), ...state }, (f) =>
    f.select({
      name: 'about',
      label: t('About which partner'),
      required: true,
      options: partners.map(({ circleId, personId, name, circle }) => ({
        value: `${circleId} ${personId}`,
        label: name,
        group: circle,
      })),
    }),
  );

const entry = (each: PeerAssessment, me: string): Html =>
  html`<a href="${assessmentHref(each, each.writerId === me && !each.sentAt ? 'edit' : '')}"
      >${each.writerId === me ? t('About {name}, by you', { name: each.subject }) : t('About you, by {name}', { name: each.writer })}</a
    >
    <span class="meta"
      >${each.sentAt ? t('sent on {day}', { day: formatDate(each.sentAt, 'short') }) : t('not sent yet')}${
        each.reply && html`; ${t('answered')}`
      }</span
    >`;
