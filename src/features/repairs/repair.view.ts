import { formatDate, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { fileList, type KeptFile } from '#features/files/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { type Repair, repairHref, states, stateWords, type Step } from './repair.ts';

interface Shown {
  repair: Repair;
  steps: readonly Step[];
  colleagues: readonly { id: string; name: string }[];
  files: readonly KeptFile[];
  /** May say what was done. */
  mayMove: boolean;
  isAuthor: boolean;
  /** Its author took it back. */
  isWithdrawn: boolean;
  state: { values?: Readonly<Record<string, unknown>> | undefined };
}

export function repairView(shown: Shown, me: string): Html {
  const { repair, files, mayMove, isAuthor, isWithdrawn } = shown;
  return html`${facts(repair, isWithdrawn)} ${fileList(files, (file) => file.createdBy === me)}
  ${
    isWithdrawn
      ? form({ action: repairHref(repair.id, 'restore'), button: t('Report it again'), quiet: true })
      : html`${!isAuthor && meToo(repair)} ${history(shown.steps)}${mayMove && moving(shown, me)}
        ${
          isAuthor &&
          html`<h2>${t('Reported by mistake')}</h2>
            ${form({ action: repairHref(repair.id, 'end'), button: t('Take the report back'), quiet: true })}`
        }`
  }`;
}

const facts = (repair: Repair, isWithdrawn: boolean): Html =>
  definitionList([
    {
      term: t('Where it stands'),
      says: isWithdrawn ? t('Taken back by you') : stateWords[repair.state](),
    },
    { term: t('Where'), says: html`<bdi>${repair.where}</bdi>` },
    {
      term: t('Reported'),
      says: html`<bdi>${repair.author}</bdi>, ${formatDate(repair.createdAt, 'weekday')}`,
    },
    { term: t('More about it'), says: repair.text && html`<bdi class="as-written">${repair.text}</bdi>` },
    {
      term: t('Who looks after it'),
      says: repair.after === null ? t('Nobody yet') : html`<bdi>${repair.after}</bdi>`,
    },
    {
      term: t('Who has it too'),
      says: repair.others > 0 ? tn(repair.others, 'One other', '{n} others') : '',
    },
  ]);

const meToo = ({ id, isMine }: Repair): Html =>
  isMine
    ? form({ action: repairHref(id, 'not-too'), button: t('I do not have it any more'), quiet: true })
    : form({ action: repairHref(id, 'too'), button: t('I have it too'), quiet: true });

const history = (steps: readonly Step[]): Value =>
  steps.length > 0 &&
  html`<h2>${t('What was done')}</h2>
    ${countedList({
      says: tn(steps.length, '{n} step', '{n} steps'),
      ordered: true,
      items: steps.map(
        (step) =>
          html`${stateWords[step.state]()}${
              step.action !== '' && html`: <bdi class="as-written">${step.action}</bdi>`
            }<br /><span class="meta"
              ><bdi>${step.name}</bdi>,
              ${formatMoment(step.takenAt)}${
                step.after !== null && html`; <bdi>${t('{name} looks after it', { name: step.after })}</bdi>`
              }</span
            >`,
      ),
      empty: '',
    })}`;

const moving = ({ repair, colleagues, state }: Shown, me: string): Html =>
  html`<h2>${t('What is done now')}</h2>
    ${form(
      {
        ...state,
        action: repairHref(repair.id, 'move'),
        values: state.values ?? { state: repair.state, after: repair.afterId ?? '' },
        hidden: { version: repair.version },
        button: t('Save what is done'),
      },
      (f) => [
        f.radios({
          name: 'state',
          label: t('Where it stands'),
          required: true,
          options: states.map((value) => ({ value, label: stateWords[value]() })),
        }),
        f.textarea({
          name: 'action',
          label: t('What was done, or why not'),
          hint: t('All staff read it.'),
          rows: 2,
          maxlength: 1000,
        }),
        f.select({
          name: 'after',
          label: t('Who looks after it'),
          hint: t('They may say what was done too.'),
          unmarked: true,
          options: [
            { value: '', label: t('Nobody yet') },
            ...colleagues.map(({ id: value, name }) => ({
              value,
              label: value === me ? t('Me') : name,
            })),
          ],
        }),
      ],
    )}`;
