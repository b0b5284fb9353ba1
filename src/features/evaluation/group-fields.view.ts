import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { armWords, arms, keepings, keepsWords } from './group.ts';

/** Naming a group of pupils: what it is called, what is written down of it, its code names. */
export const groupFields = (f: Fields): Html => html`
  ${f.text({
    name: 'name',
    label: t('What is the group called?'),
    hint: t(
      'Such as “Six focus readers, Willow class”, without names of pupils. Colleagues in the programme see this name.',
    ),
    required: true,
    maxlength: 80,
  })}
  ${f.radios({
    name: 'arm',
    label: t('Are these pupils in the programme?'),
    required: true,
    options: arms.map((value) => ({ value, label: armWords(value) })),
  })}
  ${f.radios({
    name: 'keeps',
    label: t('What do you write down?'),
    required: true,
    options: keepings.map((value) => ({ value, label: keepsWords(value) })),
  })}
  ${f.textarea({
    name: 'codes',
    label: t('Code names, one on each line'),
    hint: t(
      'Colours, birds, trees: not initials, which say who it is. You can keep a list of who is who that nobody else can open. Or leave this empty and give a number below.',
    ),
    rows: 4,
  })}
  ${f.number({ name: 'how_many', label: t('Or: make code names for so many pupils'), min: 1, max: 60 })}
`;
