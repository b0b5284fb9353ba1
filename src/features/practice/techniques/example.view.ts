import type { Visit } from '#platform/http/context.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { personName } from '#ui/person-name.ts';
import { sourceLine } from '#features/evidence/index.ts';
import { fileList, uploadFields } from '#features/files/index.ts';
import { type GivenExample, type ShippedTechnique, techniqueHref } from './technique.ts';

interface Examples {
  id: string;
  shipped: ShippedTechnique['example'];
  given: readonly (GivenExample & { mayEnd: boolean })[];
  /** Others can be added. */
  open: boolean;
}

/** Where it can be seen done; where it cannot, that and why it matters. */
export const exampleView = ({ id, shipped, given, open }: Examples, visit: Visit): Html => html`
  <h2 id="example">${t('Where to see it done')}</h2>
  ${
    shipped &&
    html`<p>${t(shipped.words)}</p>
      ${sourceLine(shipped.source)}`
  }
  ${
    given.length > 0 &&
    countedList({
      says: tn(given.length, '{n} example from this school', '{n} examples from this school'),
      items: given.map((example) => oneOf(example, visit)),
      empty: nothing,
    })
  }
  ${!shipped && given.length === 0 && missing()} ${open && addExample(id, visit)}
`;

/** Source: S3, section on mechanisms; Sims and others after Michie. */
const missing = (): Html =>
  notice(
    'caution',
    html`${t('Nobody has given an example that one can see yet. Rehearsing may be of little use before one has seen the thing done: that is the argument of Sims and colleagues, who say too that the value of each part has not been tested by itself.')}
    ${t('If you know a lesson, a film or a colleague to watch, add it here.')}`,
    t('An observable example is missing.'),
  );

const oneOf = (example: GivenExample & { mayEnd: boolean }, visit: Visit): Html => html`
  <p class="meta">
    ${personName({ name: example.author })}, ${formatDate(example.createdAt.slice(0, 10), 'short')}
  </p>
  ${example.words && html`<p class="as-written">${example.words}</p>`}
  ${example.link && html`<p><a href="${example.link}" rel="noreferrer">${example.link}</a></p>`}
  ${fileList(example.files, () => example.authorId === visit.who.personId)}
  ${
    example.mayEnd &&
    form({
      action: `/practice/examples/${example.id}/end`,
      button: t('Take this example away'),
      describe: t('Take away the example of {name}', { name: example.author }),
      quiet: true,
    })
  }
`;

function addExample(id: string, visit: Visit): Html {
  const action = techniqueHref(id, 'examples');
  const { values, errors } = visit.formAt(action);
  return details(
    t('Add an example'),
    form({ action, button: t('Add this example'), multipart: true, quiet: true, values, errors }, (f) => [
      f.textarea({
        name: 'words',
        label: t('What one sees and hears'),
        hint: t(
          'A lesson described so that one could do it after you, or whom one may watch. No names of pupils.',
        ),
      }),
      f.url({ name: 'link', label: t('A link to it') }),
      uploadFields(f, { label: t('A file') }),
    ]),
    errors !== undefined,
  );
}
