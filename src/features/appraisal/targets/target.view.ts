import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import type { OpenedTarget } from './open-target.ts';
import { agreementOf, type Target, targetHref } from './target.ts';

interface TargetData extends OpenedTarget {
  texts: readonly { version: number; writtenAt: Date; fields: Record<string, unknown> }[];
}

export const targetView = (
  { target, mine, texts }: TargetData,
  state: { errors?: Readonly<Record<string, string>> | undefined },
): Html =>
  html`${target.endedAt && takenAway(target)} ${words(target)}
  ${
    target.copiedAt &&
    html`<p class="meta">
      ${t('You copied this wording from a coaching goal of yours on {day}. Only you read this line. The goal, its evidence and all that was said about it stay where they are.', { day: formatDate(target.copiedAt) })}
    </p>`
  }
  ${!target.endedAt && agreeing(target, mine, state)} ${earlier(texts)}
  ${mine && !target.endedAt && form({ action: targetHref(target, 'end'), button: t('Take this target away'), quiet: true })}`;

const words = ({
  year,
  wording,
  looksLike,
  managerAgreedAt,
  agreedBy,
  managerAgreed,
  version,
}: Target): Html =>
  definitionList([
    { term: t('School year'), says: year },
    { term: t('The target'), says: asWritten(wording) },
    { term: t('What success looks like'), says: asWritten(looksLike) || t('Not written yet.') },
    {
      term: t('Agreed for the school'),
      says:
        managerAgreed === version &&
        managerAgreedAt &&
        t('{name}, {day}', { name: agreedBy ?? t('Somebody'), day: formatDate(managerAgreedAt) }),
    },
  ]);

const asWritten = (text: string): Value => text && html`<span class="as-written">${text}</span>`;

function agreeing(
  target: Target,
  mine: boolean,
  { errors }: { errors?: Readonly<Record<string, string>> | undefined },
): Html {
  const agreement = agreementOf(target);
  const agreed = agreement === 'both' || agreement === (mine ? 'person' : 'manager');
  if (agreed)
    return form({
      action: targetHref(target, 'not-agreed'),
      button: t('Take my agreement back'),
      quiet: true,
    });
  return html`<p>
      ${t('Both of you agree to the words as they stand. When they are changed, both are asked again.')}
    </p>
    ${form({
      action: targetHref(target, 'agree'),
      button: t('Agree to this target'),
      errors,
      hidden: { version: target.version },
    })}`;
}

/** What it said before, the newest first; the first of them stands above already. */
const earlier = (texts: TargetData['texts']): Value =>
  texts.length > 1 &&
  details(
    t('What it said before'),
    texts.slice(1).map(
      ({ writtenAt, fields }) =>
        html`<h3>${formatMoment(writtenAt)}</h3>
          ${definitionList([
            { term: t('School year'), says: String(fields.year ?? '') },
            { term: t('The target'), says: asWritten(String(fields.wording ?? '')) },
            { term: t('What success looks like'), says: asWritten(String(fields.looksLike ?? '')) },
          ])}`,
    ),
  );

const takenAway = (target: Target): Html =>
  notice(
    'info',
    html`${t('You took this target away. Your line manager no longer reads it.')}
    ${form({ action: targetHref(target, 'bring-back'), button: t('Bring it back'), quiet: true })}`,
  );
