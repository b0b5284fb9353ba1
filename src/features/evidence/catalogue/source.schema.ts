import { z } from 'zod';

/** A short name in lower case with hyphens: `peer-support`. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens');

/** Anything people read: never empty, no space at either end. */
export const Words = z
  .string()
  .min(1)
  .refine((text) => text === text.trim(), 'has a space at one end');

/** The documents the catalogue was drawn from (`sources.json`), and works outside them. */
export const DocumentMark = z.enum(['S0', 'S1', 'S2', 'S3', 'S4', 'external']);
export type DocumentMark = z.infer<typeof DocumentMark>;

/** Where a published statement comes from: the document, who found or argued it, the place to look it up. */
const PublishedSource = z.strictObject({
  document: DocumentMark,
  study: Words.describe('who found or argued it: author and year, or the name of the review'),
  place: Words.describe('the heading, table, figure or note in the document'),
});

/** An instrument or suggestion written for Staffroom, or by a school for itself: it says so. */
const OwnSource = z.strictObject({
  own: z.literal(true),
  basis: Words.describe('what it was written from, or why'),
  document: DocumentMark.optional().describe('the document that names the need, when one does'),
});

/** Every item in the catalogue carries one of these two. */
export const Source = z.union([PublishedSource, OwnSource], {
  error: 'needs a source: {document, study, place}, or {own: true, basis} for something we wrote',
});
export type Source = z.infer<typeof Source>;

/** One of the documents behind the marks. */
export const SourceDocument = z.strictObject({
  mark: DocumentMark,
  title: Words,
  by: Words,
  year: Words.optional(),
  plain: Words.describe('what kind of document it is, and what to bear in mind when reading it'),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
