import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { lessonHref } from './addresses.ts';
import type { OpenedLesson } from './open-lesson.ts';

/** Stands for the id of a note that the browser makes (src/browser/lesson-notes.part.ts). */
const idToCome = '00000000-0000-4000-8000-000000000000';

/** One note of one's own, with the button that takes it back, or brings it back. */
export const noteItem = (note: {
  id: string;
  text: string;
  about: string;
  action: string | false;
  button: string;
}): Html =>
  html`<li data-note="${note.id}">
    <p class="as-written">${note.text}</p>
    <p class="meta">${note.about}</p>
    ${
      note.action !== false &&
      form({ action: note.action, button: note.button, describe: shortened(note.text), quiet: true })
    }
  </li>`;

/** The same as the browser's half fills it in for a note that has not arrived yet. */
export const noteTemplate = ({ at }: { at: OpenedLesson }): Html =>
  html`<template data-id="${idToCome}">
    <li data-note="${idToCome}">
      <p class="as-written"></p>
      <p class="meta"></p>
      <p class="note-waits"></p>
      <p class="buttons">
        <button type="button" class="button secondary" data-forget>${t('Take it back')}</button>
      </p>
      ${form({
        action: lessonHref(at.opened.programme, at.step, `notes/${idToCome}/withdraw`),
        button: t('Take it back'),
        quiet: true,
      })}
    </li></template
  >`;

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);
