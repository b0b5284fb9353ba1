import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { bringInPath, coursesPath } from '../addresses.ts';
import { courseTrail } from '../course-trail.ts';

/** The most a package may weigh, in bytes. */
export const largestPackage = 200 * 1_048_576;

/** Brings a course in from another system. */
export const bringInPage = page(bringInPath, {
  purpose: 'learning',
  access: members('staff'),
  load: async (visit) => ({ state: visit.formAt(bringInPath) }),
  view: ({ state }) => ({
    title: t('Bring in a course'),
    audience: onlyYou(t('Nobody else sees it until you open it.')),
    trail: courseTrail(),
    body: html`<p>
        ${t('From a Common Cartridge (.imscc), a backup of a Moodle course (.mbz) or a zip of files. Parts, pages, files, links and discussions become a course of yours; questions are kept for later. Names, marks and what people wrote are not read. You see what was left, and why.')}
      </p>
      ${form(
        { ...state, action: bringInPath, button: t('Bring it in'), multipart: true, cancel: coursesPath },
        (f) => [
          f.file({
            name: 'file',
            label: t('The file'),
            hint: t('Up to {n} MB.', { n: formatNumber(largestPackage / 1_048_576) }),
            required: true,
          }),
          f.checkbox({
            name: 'no_pupil_seen',
            label: t('No pupil can be recognised in its pictures and films'),
            hint: t('Tick this where it holds any. If one can, take that picture out of the package first.'),
          }),
        ],
      )}`,
  }),
});
