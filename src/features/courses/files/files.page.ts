import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { fileList, uploadFields } from '#features/files/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { courseHref } from '../addresses.ts';
import { courseAudience } from '../audience.ts';
import { courseTrail } from '../course-trail.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';

/** The files of a course: everybody in it may open them; activities show them. */
export const courseFilesPage = page(courseHref(':course', 'files'), {
  purpose: 'learning',
  access: coursePolicy,
  load: openToLead,
  view: ({ course, leaders, item }, visit) => {
    const action = courseHref(course.id, 'files');
    const me = visit.who.personId;
    return {
      title: t('Files of “{title}”', { title: course.title }),
      audience: courseAudience(visit.who, course, leaders),
      trail: courseTrail(course),
      body: html`${fileList(course.files, ({ createdBy }) => createdBy === me || item.authorId === me)}
        <h2>${t('Add files')}</h2>
        ${form(
          {
            ...visit.formAt(action),
            action,
            button: t('Add'),
            multipart: true,
            cancel: courseHref(course.id),
          },
          (f) => uploadFields(f, { label: t('The files') }),
        )}`,
    };
  },
});
