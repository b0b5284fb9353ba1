import type { Archive } from './archive.ts';
import { folderOf, isWeb, PackageBuilder, partsOfPage } from './builder.ts';
import { decodeHtml } from './decode-html.ts';
import { readCanvasModules } from './canvas-modules.ts';
import { type CartridgeAddresses, cartridgeAddresses } from './cartridge-addresses.ts';
import { cartridgeResources, type Resource, type ResourceKind } from './cartridge-resources.ts';
import { type CoursePackage, nameOf, type PackageActivity, type PackageSection } from './course-package.ts';
import { escapeText } from '#platform/escape-text.ts';
import { t } from '#platform/i18n/i18n.ts';
import { pageOf } from './page-of.ts';
import { childAt, childrenOf, readXml, textAt, type XmlElement, xmlText } from './read-xml.ts';

/** What every activity has beside what it is. */
type Place = Pick<PackageActivity, 'title' | 'depth' | 'hidden'>;

/**
 * Reads a Common Cartridge of versions 1.0 to 1.3, and what Canvas writes beside it. What is in the order of the course
 * stands there; what is not, but is something to read or do, comes in a section at the end.
 */
export async function readCommonCartridge(archive: Archive): Promise<CoursePackage> {
  const manifest = await readXml(archive.get('imsmanifest.xml')!.open());
  return new CartridgeReader(archive, manifest).read();
}

class CartridgeReader {
  readonly #archive: Archive;
  readonly #manifest: XmlElement;
  readonly #builder = new PackageBuilder();
  readonly #resources: ReadonlyMap<string, Resource>;
  readonly #addresses: CartridgeAddresses;
  readonly #used = new Set<string>();
  #canvas: Awaited<ReturnType<typeof readCanvasModules>> = new Map();

  constructor(archive: Archive, manifest: XmlElement) {
    this.#archive = archive;
    this.#manifest = manifest;
    this.#resources = cartridgeResources(manifest, archive);
    this.#addresses = cartridgeAddresses(this.#resources, archive, this.#builder);
  }

  async read(): Promise<CoursePackage> {
    const builder = this.#builder;
    const general = childAt(this.#manifest, 'metadata', 'lom', 'general');
    builder.title = stringAt(general, 'title');
    builder.language = languageOf(textAt(general, 'language'));
    builder.summary =
      (await builder.text(stringAt(general, 'description'), builder.title, this.#addresses.from(''))) ?? '';
    this.#canvas = await readCanvasModules(this.#archive);
    for (const { files, kind } of this.#resources.values())
      if (kind === 'file' || kind === 'page') for (const path of files) this.#addresses.keep(path);
    const organization = childAt(this.#manifest, 'organizations', 'organization');
    const roots = childrenOf(organization, 'item');
    const [root] = roots;
    const wraps = roots.length === 1 && root !== undefined && root.attributes.identifierref === undefined;
    await this.#items(wraps ? childrenOf(root, 'item') : roots, builder.section(''), 0);
    await this.#others();
    return builder.end();
  }

  /** Items of one level: those that lead to something are activities, those that hold others are sections. */
  async #items(items: readonly XmlElement[], section: PackageSection, depth: number): Promise<void> {
    const holders = items.filter((item) => childrenOf(item, 'item').length > 0);
    let into = section;
    for (const item of items) {
      if (holders.includes(item)) continue;
      const meta = this.#canvas.get(item.attributes.identifier ?? '');
      const title = textAt(item, 'title') || (meta?.title ?? '');
      const reference = item.attributes.identifierref;
      if (reference !== undefined) {
        const place = { title, depth: meta?.indent ?? 0, hidden: meta?.hidden ?? false };
        await this.#resource(this.#resources.get(reference), place, into);
      } else if (meta && isWeb(meta.url)) {
        into.activities.push({
          kind: 'link',
          title,
          url: meta.url,
          about: '',
          depth: meta.indent,
          hidden: meta.hidden,
          from: null,
        });
      } else if (title !== '') {
        // A heading between activities, as Canvas has them, or a part of the course with nothing in it yet.
        const inner =
          section.title === '' && section.activities.length === 0 ? depth : depth + (depth > 0 ? 0 : 1);
        into = this.#builder.section(title, section.title === '' ? depth : inner, meta?.hidden ?? false);
      }
    }
    for (const item of holders) {
      const meta = this.#canvas.get(item.attributes.identifier ?? '');
      const title = textAt(item, 'title') || (meta?.title ?? '');
      const inner = this.#builder.section(title, depth, meta?.hidden ?? false);
      if (item.attributes.identifierref !== undefined)
        await this.#resource(
          this.#resources.get(item.attributes.identifierref),
          { title, depth: 0, hidden: false },
          inner,
        );
      await this.#items(childrenOf(item, 'item'), inner, depth + 1);
    }
  }

  /** What the order of the course does not name. */
  async #others(): Promise<void> {
    const empty = this.#builder.sections.every(({ activities }) => activities.length === 0);
    const section = this.#builder.section(empty ? '' : t('More in this course'));
    const rest = [...this.#resources.values()].filter(
      ({ id, auxiliary }) => !this.#used.has(id) && !auxiliary,
    );
    for (const resource of rest)
      if (resource.kind !== 'file')
        await this.#resource(resource, { title: '', depth: 0, hidden: false }, section);
    // Files last, since by then it is known which of them texts show.
    for (const resource of rest)
      if (resource.kind === 'file' && resource.path !== null && !this.#builder.named.has(resource.path))
        await this.#resource(resource, { title: '', depth: 0, hidden: false }, section);
    if (section.activities.length === 0) this.#builder.sections.pop();
  }

  async #resource(resource: Resource | undefined, place: Place, section: PackageSection): Promise<void> {
    if (resource === undefined) return this.#builder.leave(place.title, 'item', 'missing');
    this.#used.add(resource.id);
    const entry = resource.path === null ? undefined : this.#archive.get(resource.path);
    // Of the order and what is hidden nothing stays behind.
    if (
      resource.kind === 'settings' &&
      resource.files.every((each) => /(?:module_meta\.xml|canvas_export\.txt)$/.test(each))
    )
      return;
    if (resource.kind in leftKinds)
      return this.#builder.leave(place.title || resource.name, resource.type, leftKinds[resource.kind]!);
    if (resource.path === null || entry === undefined)
      return this.#builder.leave(place.title || resource.name, resource.type, 'missing');
    const activity = await this.#activity(
      resource,
      resource.path,
      {
        ...place,
        hidden: place.hidden || resource.forTeachers,
      },
      section,
    );
    if (activity !== null) section.activities.push(activity);
  }

  async #activity(
    resource: Resource,
    path: string,
    place: Place,
    section: PackageSection,
  ): Promise<PackageActivity | null> {
    const bytes = this.#archive.get(path)!.open();
    const builder = this.#builder;
    const addressFrom = this.#addresses.from(folderOf(path));
    switch (resource.kind) {
      case 'link': {
        const link = await readXml(bytes);
        const url = childAt(link, 'url')?.attributes.href?.trim() ?? '';
        const title = place.title || textAt(link, 'title') || url;
        if (isWeb(url)) return { ...place, kind: 'link', title, url, about: '', from: path };
        builder.leave(title, resource.type, 'address');
        return null;
      }
      case 'discussion':
      case 'assignment': {
        const topic = await readXml(bytes);
        const title = place.title || textAt(topic, 'title') || resource.name;
        const body = childAt(topic, 'text');
        const source = body?.text ?? '';
        const attached = childrenOf(childAt(topic, 'attachments'), 'attachment').map(
          ({ attributes: { href = '' } }) =>
            `<p><a href="${escapeText(href)}">${escapeText(nameOf(href))}</a></p>`,
        );
        const html = body?.attributes.texttype === 'text/plain' ? source.replaceAll('<', '&lt;') : source;
        const text = await builder.text(html + attached.join(''), title, addressFrom);
        if (text === null) return null;
        if (resource.kind === 'discussion') return { ...place, kind: 'discussion', title, text, from: path };
        builder.leave(title, resource.type, 'assignment');
        return { ...place, kind: 'page', title, text, from: path };
      }
      case 'questions':
        return {
          ...place,
          kind: 'questions',
          title:
            place.title ||
            /<(?:assessment|objectbank)\b[^>]*\btitle="([^"]*)"/.exec(
              xmlText(bytes.subarray(0, 20_000)),
            )?.[1] ||
            resource.name,
          format: 'qti-1.2',
          source: xmlText(bytes),
          from: path,
        };
      case 'page':
      case 'canvas-assignment': {
        if (saysOfSection.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))) {
          const about = await builder.text(partsOfPage(decodeHtml(bytes)).html, section.title, addressFrom);
          section.about = about ?? '';
          return null;
        }
        const page = await pageOf(builder, path, bytes, place, addressFrom);
        if (page?.kind === 'page' && resource.kind === 'canvas-assignment')
          builder.leave(page.title, 'assignment', 'assignment');
        return page;
      }
      default:
        this.#addresses.keep(path);
        return { ...place, kind: 'file', title: place.title || resource.name, path, about: '', from: path };
    }
  }
}

const leftKinds: Partial<Record<ResourceKind, 'tool' | 'settings' | 'unknown'>> = {
  tool: 'tool',
  settings: 'settings',
  unknown: 'unknown',
};

/** A page that we wrote about a section, for which cartridges have no other place. */
const saysOfSection = /<meta name="part" content="about-section">/;

/** Strings of LOM stand in `string`, or in `langstring` as version 1.0 had them. */
const stringAt = (general: XmlElement | undefined, name: string): string =>
  textAt(general, name, 'string') || textAt(general, name, 'langstring');

const languageOf = (said: string): string | null =>
  /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(said) ? said : null;
