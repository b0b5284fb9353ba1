import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectOwnNeeds } from '#features/needs/index.ts';
import { selectOwnWords } from '#features/starting-points/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { agreementHref } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';

/** One's own private words to choose from; what is ticked is copied into the agreement, the rest stays private. */
export const ownConcernsPage = page('/agreements/:agreement/own-concerns', {
  purpose: 'learning',
  access: agreementPolicy,
  async load(visit) {
    const item = await visit.open(agreementPolicy, visit.params.agreement ?? '');
    visit.who.must('write', agreementPolicy, item);
    const [starting, needs] = await Promise.all([
      selectOwnWords(visit.db, visit.who.personId),
      selectOwnNeeds(visit.db, visit.organisationId, visit.who.personId),
    ]);
    return { item, starting, needs };
  },
  view({ item, starting, needs }, visit) {
    const action = agreementHref(item, 'own-concerns');
    const options = [
      ...starting.map(({ label, text }) => ({ value: shorten(text), label: shorten(text), hint: label })),
      ...needs.map((need) => ({
        value: shorten(need),
        label: shorten(need),
        hint: t('Something you said you need'),
      })),
    ];
    return {
      title: t('From your own starting points'),
      audience: {
        icon: 'private',
        words: t('Only you'),
        why: t(
          'Nobody else sees this page. What you tick is copied into the agreement, where your partners read it; the rest stays private.',
        ),
      },
      trail: [{ label: t('The agreement'), href: agreementHref(item) }],
      body:
        options.length === 0
          ? empty({
              says: t(
                'You have written nothing to choose from yet. You can also write straight into the agreement.',
              ),
              todo: { label: t('Write my starting points'), href: '/my-learning/starting-points' },
            })
          : form(
              {
                ...visit.formAt(action),
                action,
                button: t('Copy these into the agreement'),
                cancel: agreementHref(item, 'write'),
              },
              (f) =>
                f.checkboxes({
                  name: 'words',
                  label: t('What do you want to bring in?'),
                  options,
                  required: true,
                }),
            ),
    };
  },
});

/** On one line, and short enough to be one concern among others. */
const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 300 ? line : `${line.slice(0, 299).trimEnd()}…`;
};
