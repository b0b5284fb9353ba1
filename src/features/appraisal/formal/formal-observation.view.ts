import { formatMinutes, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { askedOf, type Formal, formalHref, stateOf, whenInWords } from './formal-observation.ts';
import type { OpenedFormal } from './open-formal.ts';

interface Around {
  me: string;
  today: string;
  errors?: Readonly<Record<string, string>>;
}

export const formalView = ({ formal, teacher, waits }: OpenedFormal, around: Around): Html => {
  const inIt = teacher || formal.observerId === around.me;
  return html`${inIt && answer(formal, waits, around)}
    ${definitionList([
      { term: t('When'), says: whenInWords(formal) },
      { term: t('How long'), says: formatMinutes(formal.minutes) },
      { term: t('Where'), says: formal.place },
      {
        term: t('What it is about'),
        says: formal.focus ? html`<span class="as-written">${formal.focus}</span>` : t('Not said.'),
      },
    ])}
    <p>
      ${t('Staffroom keeps that it is to be and that it was. There is no grade here, and no place for one.')}
    </p>
    ${inIt && steps(formal, around)}`;
};

/** What the one who is asked can say; to the teacher, what it waits for. */
function answer(formal: Formal, waits: boolean, { me, errors }: Around): Value {
  if (stateOf(formal) !== 'proposed' || askedOf(formal) !== me) return null;
  if (waits)
    return notice(
      'info',
      html`${t('In this school the term’s coaching comes first, so you are not asked yet. You are asked once each meeting of your coaching this term was held or called off. If you would rather not wait, go ahead. {name} reads the same words either way, and learns nothing of your coaching.', { name: formal.observer })}
      ${form({ action: formalHref(formal, 'go-ahead'), button: t('Go ahead') })}`,
    );
  const name = me === formal.personId ? formal.observer : formal.person;
  return notice(
    'info',
    html`${t('{name} proposes this day. Say yes, or choose another day.', { name })}
    ${form({ action: formalHref(formal, 'confirm'), button: t('Say yes to this day'), errors })}`,
  );
}

/** What else the two can do, as things stand. */
function steps(formal: Formal, { today }: Around): Html {
  const state = stateOf(formal);
  const button = (below: string, label: string): Html =>
    form({ action: formalHref(formal, below), button: label, quiet: true });
  const open = state === 'proposed' || state === 'confirmed';
  return html`${
      open &&
      quietActions([
        { label: t('Choose another day or time'), href: formalHref(formal, 'arrange'), icon: 'calendar' },
      ])
    }
    <div class="actions">
      ${state === 'confirmed' && formal.on <= today && button('done', t('It took place'))}
      ${state === 'done' && button('not-done', t('It has not taken place'))}
      ${open && button('call-off', t('Call it off'))}
      ${state === 'called-off' && button('put-back', t('Put it back'))}
    </div>`;
}
