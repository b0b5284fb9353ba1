import { z } from 'zod';
import { t } from '#platform/i18n/i18n.ts';
import { yearKey } from '../year-key.ts';
import type { FrameworkDocument, LeftOut, ReadStatement } from './framework-document.ts';
import { putInOrder } from './put-in-order.ts';

const text = z.string().nullish();
const Link = z.object({ identifier: text, uri: text }).nullish();

/** What we read of a CFPackage of CASE 1.0 and 1.1 (1EdTech Competencies and Academic Standards Exchange). */
const Package = z.object({
  CFDocument: z.object({
    identifier: text,
    uri: text,
    title: text,
    creator: text,
    publisher: text,
    version: text,
    officialSourceURL: text,
    licenseURI: z.union([z.string(), z.object({ uri: text })]).nullish(),
    subject: z.array(z.string()).nullish(),
  }),
  CFItems: z.array(
    z.object({
      identifier: z.string(),
      fullStatement: text,
      abbreviatedStatement: text,
      humanCodingScheme: text,
      listEnumeration: text,
      CFItemType: text,
      notes: text,
      subject: z.array(z.string()).nullish(),
      educationLevel: z.array(z.string()).nullish(),
    }),
  ),
  CFAssociations: z
    .array(
      z.object({
        associationType: text,
        sequenceNumber: z.number().nullish(),
        originNodeURI: Link,
        destinationNodeURI: Link,
      }),
    )
    .nullish(),
});

/** A framework in the form of CASE, or why it is none. */
export function readCase(value: unknown): FrameworkDocument | { unreadable: string } {
  const read = Package.safeParse(value);
  if (!read.success)
    return {
      unreadable: t('This is not a framework in the form of CASE: look at {where}.', {
        where: read.error.issues[0]!.path.join('.') || 'CFDocument',
      }),
    };
  const { CFDocument: document, CFItems: items, CFAssociations: links } = read.data;
  const left: LeftOut[] = [];
  const parents = new Map<string, { parent: string; at: number }>();
  for (const { associationType, originNodeURI, destinationNodeURI, sequenceNumber } of links ?? [])
    if (associationType === 'isChildOf' && originNodeURI?.identifier && destinationNodeURI?.identifier)
      parents.set(originNodeURI.identifier, {
        parent: destinationNodeURI.identifier,
        at: sequenceNumber ?? Number.MAX_SAFE_INTEGER,
      });
  const statements = items
    .toSorted((a, b) => (parents.get(a.identifier)?.at ?? 0) - (parents.get(b.identifier)?.at ?? 0))
    .map((item): ReadStatement => {
      const parent = parents.get(item.identifier)?.parent ?? null;
      return {
        address: item.identifier,
        parent: parent === document.identifier ? null : parent,
        code: item.humanCodingScheme ?? item.listEnumeration ?? '',
        kind: item.CFItemType ?? '',
        words: (item.fullStatement ?? item.abbreviatedStatement ?? '').trim(),
        note: (item.notes ?? '').trim(),
        subject: item.subject?.[0] ?? document.subject?.[0] ?? '',
        stages: [],
        years: (item.educationLevel ?? []).map(yearKey),
      };
    });
  const licence = document.licenseURI;
  return {
    address: document.uri ?? document.identifier ?? '',
    title: document.title?.trim() || t('A curriculum'),
    version: document.version ?? '',
    publisher: document.publisher ?? document.creator ?? '',
    licence: (typeof licence === 'string' ? licence : licence?.uri) ?? '',
    source: document.officialSourceURL ?? '',
    format: 'case',
    statements: putInOrder(statements, left),
    left,
  };
}
