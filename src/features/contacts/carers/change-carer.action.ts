import { z } from 'zod';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import type { Shown } from '#platform/http/done.ts';
import {
  choice,
  optionalDay,
  optionalLine,
  optionalNumber,
  optionalProse,
  ticked,
  ticks,
  version,
} from '#platform/http/input.ts';
import { action, roles, see, show, type Wrong } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { carerHref, pupilContacts } from '../addresses.ts';
import { contactKeepers, keepersAudience } from '../contacts.access.ts';
import { toldInWords } from '../contacts.view.ts';
import { allMatters, type CarerFacts, matterInWords } from './carer.ts';
import { carerForm } from './carer-form.view.ts';
import { carerOf, carerTrail, changeCarerPage } from './change-carer.page.ts';
import { type KeptCarer, lockCarer, saveCarer, selectLastChange } from './save-carer.ts';

const answers = ['yes', 'no', 'unknown'] as const;

const input = z.object({
  relationship: optionalLine(60),
  called_in: optionalNumber(1, 20),
  not_called: ticked(),
  told: ticks(),
  lives_with: choice(answers),
  responsibility: choice(answers),
  restriction: optionalProse(4000),
  from: optionalDay(),
  until: optionalDay(),
  version: version(),
  /** What the person agreed to on the page before: what is told and what was said, as `sureOf` writes it. */
  sure: z.string().default(''),
});
type Sent = z.output<typeof input>;

/**
 * Saves what the school says of one carer of one child. What changes whom anything is told, or what was said about
 * contact, is first shown in words: a slip here tells a stranger where a child is.
 */
export const changeCarer = action(carerHref(':pupil', ':relation'), {
  purpose: 'administration',
  access: roles(...contactKeepers),
  page: changeCarerPage,
  unrecorded: 'it first says in words what would follow; what is then agreed to records itself',
  input,
  async run(change, sent) {
    const wrong = wrongDays(sent);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { pupil } = await carerOf(change);
    const at = { pupilId: pupil.personId, relationId: change.params.relation! };
    const before = await lockCarer(change.tx, change.organisationId, at, change.today);
    if (before.version !== sent.version) throw await stale(change, before, sent);
    const facts = factsOf(sent);
    if (sureOf(facts) !== sureOf(before) && sent.sure !== sureOf(facts))
      return askFirst({ before, facts, sent, pupil });
    await saveCarer(change.tx, change.organisationId, before, facts, {
      changedBy: change.who.personId,
      now: change.now,
    });
    await change.record({
      kind: 'carer.changed',
      itemId: pupil.personId,
      body: {
        relationId: before.relationId,
        adultId: before.adultId,
        version: before.version + 1,
        told: facts.told,
        restrictionChanged: facts.restriction !== before.restriction,
      },
    });
    return see(
      pupilContacts(pupil.personId),
      t('It is saved, and holds from this moment.'),
      carerHref(pupil.personId, before.relationId, `/undo/${before.version + 1}`),
    );
  },
});

const saidOf = (value: (typeof answers)[number]): boolean | null =>
  value === 'unknown' ? null : value === 'yes';

const factsOf = (sent: Sent): CarerFacts => ({
  relationship: sent.relationship || null,
  told: allMatters.filter((matter) => sent.told.includes(matter)),
  calledIn: sent.called_in === null ? null : Math.round(sent.called_in),
  notCalled: sent.not_called,
  livesWith: saidOf(sent.lives_with),
  responsibility: saidOf(sent.responsibility),
  restriction: sent.restriction || null,
  restrictionFrom: sent.restriction ? sent.from : null,
  restrictionUntil: sent.restriction ? sent.until : null,
});

function wrongDays({ restriction, from, until }: Sent): Wrong {
  const wrong: Wrong = {};
  if (!restriction && (from !== null || until !== null))
    wrong.restriction = t('Write what was said, or leave the days empty.');
  if (from !== null && until !== null && until < from) wrong.until = t('It ends before it begins.');
  return wrong;
}

/** What must be agreed to before it is saved, as one text. */
const sureOf = ({ told, restriction, restrictionFrom, restrictionUntil }: CarerFacts): string =>
  JSON.stringify([[...told].toSorted(), restriction, restrictionFrom, restrictionUntil]);

interface Asking {
  before: KeptCarer;
  facts: CarerFacts;
  sent: Sent;
  pupil: { personId: string; name: string };
}

const askFirst = ({ before, facts, sent, pupil }: Asking): Shown =>
  show(() => ({
    title: t('{name} and {child}: please look again', { name: before.name, child: pupil.name }),
    audience: keepersAudience(),
    trail: carerTrail(pupil),
    body: html`${notice('caution', whatFollows(before, facts, pupil.name), t('Nothing is saved yet.'))}
    ${carerForm({
      action: carerHref(pupil.personId, before.relationId),
      button: t('Yes, save this'),
      values: {
        ...sent,
        called_in: sent.called_in ?? '',
        not_called: sent.not_called ? 'yes' : '',
        from: sent.from ?? '',
        until: sent.until ?? '',
        version: String(sent.version),
      },
      carer: before,
      child: pupil.name,
      sure: sureOf(facts),
    })}`,
  }));

function whatFollows(before: KeptCarer, facts: CarerFacts, child: string): Value {
  const { name } = before;
  const toldMoved = toldInWords(before.told) !== toldInWords(facts.told);
  return html`<ul>
    ${
      toldMoved &&
      html`<li>
        ${t('What {name} is told about {child}, from this moment: {told}.', { name, child, told: toldInWords(facts.told) })}
        ${t('It was: {told}.', { told: toldInWords(before.told) })}
      </li>`
    }
    ${toldMoved && facts.told.length === 0 && html`<li>${t('{name} will not find {child} on any page, in any letter or feed.', { name, child })}</li>`}
    ${facts.restriction === null && before.restriction !== null && html`<li>${t('What was said about contact is taken out. It is kept under “What was changed”.')}</li>`}
    ${facts.restriction !== null && html`<li>${t('The office, the head and the safeguarding lead read what was said. Teachers of {child} are asked to come to the office before telling {name} anything.', { name, child })}</li>`}
    ${facts.restriction !== null && facts.told.length > 0 && html`<li>${t('It closes nothing by itself: {name} is still told what is ticked below.', { name })}</li>`}
    ${facts.restrictionUntil !== null && html`<li>${t('Teachers are asked to come to the office until {day}; the ticks stay as they are after that.', { day: formatDate(facts.restrictionUntil) })}</li>`}
  </ul>`;
}

/** Both texts, with the ticks: what stands shows less to a carer where the two differ. */
async function stale({ tx, organisationId }: Change, before: KeptCarer, sent: Sent): Promise<Stale> {
  const last = await selectLastChange(tx, organisationId, before.relationId);
  return new Stale({
    version: before.version,
    writerId: last?.writerId ?? null,
    writtenBy: last?.writtenBy ?? '',
    writtenAt: last?.writtenAt ?? before.createdAt,
    fields: [
      { name: 'relationship', label: t('What they are to the child'), text: before.relationship ?? '' },
      { name: 'restriction', label: t('In words'), text: before.restriction ?? '' },
    ],
    ticks: allMatters.map((matter) => ({
      name: 'told',
      label: matterInWords(matter),
      value: matter,
      ticked: before.told.includes(matter) && sent.told.includes(matter),
    })),
  });
}
