import { page } from '#platform/http/route.ts';
import { line, optionalDay, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { openSection } from '../activities/new-activity.page.ts';
import { courseHref, sectionHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';

/** What the form of a section sends. */
export const sectionInput = {
  title: line('Give it a title.', 160),
  about: optionalProse(4000),
  opens_on: optionalDay(),
};

const sectionFields = (f: Fields): Html =>
  html`${f.text({ name: 'title', label: t('What this part is called'), hint: t('A week, a topic, a question.'), required: true, maxlength: 160 })}
  ${f.textarea({ name: 'about', label: t('What it is about'), rows: 4, maxlength: 4000 })}
  ${f.date({ name: 'opens_on', label: t('Learners see it from'), hint: t('Leave it empty to show it at once.') })}`;

/** Adds a part to a course. */
export const newSectionPage = page(courseHref(':course', 'sections'), {
  purpose: 'learning',
  access: coursePolicy,
  load: openToLead,
  view: ({ course, leaders }, visit) => ({
    title: t('Add a part'),
    audience: courseAudience(visit.who, course, leaders),
    trail: courseTrail(course),
    body: form(
      {
        ...visit.formAt(courseHref(course.id, 'sections')),
        action: courseHref(course.id, 'sections'),
        button: t('Add it'),
        cancel: courseHref(course.id),
      },
      sectionFields,
    ),
  }),
});

/** Changes a part, moves it or takes it away. */
export const sectionPage = page(sectionHref(':course', ':section'), {
  purpose: 'learning',
  access: coursePolicy,
  load: openSection,
  view: ({ course, leaders, section, sections }, visit) => {
    const action = sectionHref(course.id, section.id);
    const { values, errors } = visit.formAt(action);
    const at = sections.indexOf(section);
    const to = (part: 'up' | 'down' | 'end'): string => sectionHref(course.id, section.id, part);
    return {
      title: t('Change “{title}”', { title: section.title }),
      audience: courseAudience(visit.who, course, leaders),
      trail: courseTrail(course),
      body: html`${form(
        {
          action,
          button: t('Save'),
          values: { title: section.title, about: section.about, opens_on: section.opensOn ?? '', ...values },
          errors,
          hidden: { version: section.version },
          cancel: courseHref(course.id),
        },
        sectionFields,
      )}
      ${at > 0 && form({ action: to('up'), button: t('Move it before “{title}”', { title: sections[at - 1]!.title }), quiet: true, prefix: 'up' })}
      ${at < sections.length - 1 && form({ action: to('down'), button: t('Move it after “{title}”', { title: sections[at + 1]!.title }), quiet: true, prefix: 'down' })}
      ${form({ action: to('end'), button: t('Take this part away'), quiet: true, danger: true, prefix: 'end' })}`,
    };
  },
});
