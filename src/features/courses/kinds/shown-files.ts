import { fileHref } from '#features/files/index.ts';
import type { ShownFile } from '#ui/text/draw-text.ts';
import type { OpenedCourse } from '../course/open-course.ts';

/** The files of a course as its texts show them, by id. */
export const shownFiles = ({ course }: Pick<OpenedCourse, 'course'>): Map<string, ShownFile> =>
  new Map(
    course.files.map((file) => [file.id, { href: fileHref(file), type: file.mediaType, name: file.name }]),
  );
