import { t, tn } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { icon } from '#ui/icons.ts';
import { countedList } from '#ui/list.ts';
import { fileHref, uploadFields } from '#features/files/index.ts';
import { belowStep } from './addresses.ts';
import type { Material } from './materials.queries.ts';
import type { StepView } from './step.view.ts';

/** What is used at a step: links and files, and the form that adds to them for those who may. */
export function materialsSection(view: StepView): Html {
  const { opened, data } = view;
  const runs = opened.may('facilitate') && !opened.programme.closed_at;
  if (data.materials.length === 0 && !runs) return nothing;
  return html`<section id="materials">
    <h2>${t('Materials')}</h2>
    ${countedList({
      says: tn(data.materials.length, 'One thing to use', '{n} things to use'),
      items: data.materials.map((material) => entry(view, material, runs)),
      empty: t('Nothing is here yet. What you add is seen by everybody who takes part.'),
    })}
    ${runs && addForm(view)}
  </section>`;
}

const entry = ({ opened, data }: StepView, material: Material, runs: boolean): Html =>
  html`${
      material.url === null && material.files.some(({ name }) => name === material.title)
        ? nothing
        : material.url === null
          ? html`<strong>${material.title}</strong>`
          : html`<a href="${material.url}" rel="noopener noreferrer">${icon('link')} ${material.title}</a>`
    }
    ${material.files.map(
      (file) =>
        html`<a href="${fileHref({ ownerId: opened.programme.owner_id, id: file.id })}"
          >${icon('file')} <bdi>${file.name}</bdi></a
        >`,
    )}
    <span class="meta">${t('added by {name}', { name: material.addedBy })}</span>
    ${
      runs &&
      form({
        action: belowStep(opened.programme, data.step, `materials/${material.id}/remove`),
        button: t('Take it away'),
        describe: t('Take it away: {title}', { title: material.title }),
        quiet: true,
      })
    }`;

function addForm({ opened, data, visit }: StepView): Html {
  const action = belowStep(opened.programme, data.step, 'materials');
  const state = visit.formAt(action);
  return details(
    t('Add a link or a file'),
    form(
      { ...state, button: t('Add it'), multipart: true, quiet: true },
      (f) => html`
        ${f.text({ name: 'title', label: t('What is it?'), maxlength: 120 })}
        ${f.url({ name: 'url', label: t('Web address') })} ${uploadFields(f, { label: t('Or a file') })}
      `,
    ),
    state.errors !== undefined,
  );
}
