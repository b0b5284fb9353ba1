import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { TestSite } from '../site.ts';

type Role = 'button' | 'link';

/** Somebody in front of a browser, who finds things by what they are called, as people do. */
export class Hands {
  readonly page: Page;
  readonly #site: TestSite;
  readonly #address: string;
  readonly #complaints: string[];

  constructor(site: TestSite, page: Page, address: string, complaints: string[]) {
    this.#site = site;
    this.page = page;
    this.#address = address;
    this.#complaints = complaints;
  }

  /** Goes to an address of the site, and sees to it that a page is there. */
  async visit(path: string): Promise<void> {
    const answer = await this.page.goto(path);
    assert.ok((answer?.status() ?? 0) < 400, `${path} answered ${answer?.status()}`);
    await this.#fits();
  }

  /** Goes to an address that is not for this person, and is told so. */
  async isTurnedAway(path: string): Promise<void> {
    const answer = await this.page.goto(path);
    assert.ok([403, 404].includes(answer?.status() ?? 0), `${path} answered ${answer?.status()}`);
  }

  /** Begins a session as this person without the form. */
  async signInAs(person: { personId: string; organisationId: string }): Promise<void> {
    const cookie = await this.#site.cookieOf(person);
    await this.page.context().addCookies([{ ...cookie, url: this.#address }]);
  }

  /** Presses the button, or follows the link, with exactly this name; `within` the part of the page that says so. */
  async press(name: string | RegExp, within?: string): Promise<void> {
    await this.#goOn(name, this.#control(name, within).click());
  }

  /** The same without a mouse: with the focus put on it, Enter. */
  async pressByKeyboard(name: string | RegExp, within?: string): Promise<void> {
    await this.#goOn(name, this.#control(name, within).press('Enter'));
  }

  /** Presses Tab until the control with this name has the focus; fails when a hundred do not reach it. */
  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 100; presses++) {
      await this.page.keyboard.press('Tab');
      const focused = this.page.locator(':focus');
      if ((await focused.count()) > 0 && (await nameOf(focused)).includes(name)) return;
    }
    assert.fail(`a hundred presses of Tab did not reach “${name}”`);
  }

  /** Types on the keyboard wherever the focus is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Writes into the field with this label. Days as 2026-11-25. */
  async fill(label: string, text: string, within?: string): Promise<void> {
    await this.#here(this.#field(label, within).fill(text), `there is no field “${label}”`);
  }

  /** What stands in the field with this label. */
  async valueOf(label: string, within?: string): Promise<string> {
    return this.#field(label, within).inputValue();
  }

  /** Chooses from a list by what its entry says. */
  async choose(label: string, option: string, within?: string): Promise<void> {
    const chosen = this.#field(label, within).selectOption({ label: option });
    await this.#here(chosen, `“${option}” cannot be chosen as “${label}”`);
  }

  /** Ticks a box, or picks one of several, by its label. */
  async tick(label: string, within?: string): Promise<void> {
    const ticked = this.#inside(within, this.page.getByLabel(label, { exact: true }))
      .first()
      .check();
    await this.#here(ticked, `“${label}” cannot be ticked`);
  }

  /** Opens what is folded away under this summary. */
  async unfold(summary: string): Promise<void> {
    await this.page.locator('summary', { hasText: summary }).first().click();
  }

  /** Gives a file to the field with this label. */
  async attach(label: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.#field(label).setInputFiles(file);
  }

  /** Presses what gives a file, and reads the file. */
  async download(name: string): Promise<Buffer> {
    const given = this.page.waitForEvent('download');
    given.catch(() => undefined);
    await this.#here(this.#control(name).click(), `there is no “${name}” to press`);
    return readFile(await (await given).path());
  }

  /** Waits until the page shows this text. */
  async sees(text: string | RegExp): Promise<void> {
    const shown = this.page.getByText(text).filter({ visible: true }).first().waitFor();
    await this.#here(shown, `${String(text)} is not shown`);
  }

  /** The page that has come does not show this text. */
  async doesNotSee(text: string | RegExp): Promise<void> {
    assert.equal(
      await this.page.getByText(text).filter({ visible: true }).count(),
      0,
      `${String(text)} is shown`,
    );
  }

  /** The heading of the page. */
  async title(): Promise<string> {
    return (await this.page.locator('h1').innerText()).trim();
  }

  /** Where one is: '/today'. */
  get at(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** Everything that the browser complained of so far is a fault of the site. */
  noConsoleErrors(): void {
    assert.deepEqual(this.#complaints, [], 'the browser complained');
  }

  /** Waits until what was pressed has led to another page, or to the same page again. */
  async #goOn(name: string | RegExp, pressed: Promise<void>): Promise<void> {
    const led = this.page.waitForEvent('framenavigated', (frame) => frame === this.page.mainFrame());
    led.catch(() => undefined);
    await this.#here(pressed, `there is no “${String(name)}” to press`);
    await this.#here(led, `pressing “${String(name)}” led nowhere`);
    await this.page.waitForLoadState();
    await this.#fits();
  }

  /** Nothing of the page lies beyond the edge of the window, however things stand on it. */
  async #fits(): Promise<void> {
    const beyond = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(beyond <= 0, `${this.page.url()} is ${beyond} pixels wider than the window`);
  }

  /** Waits for what a hand or an eye does; when it cannot be done, the words of the page say why. */
  async #here(done: Promise<unknown>, otherwise: string): Promise<void> {
    await done.catch(async () => {
      const main = this.page.locator('main');
      const shown = await main.innerText().catch(() => '');
      assert.fail(`${this.page.url()}: ${otherwise}. The page:\n${shown.slice(0, 2500)}`);
    });
  }

  #control(name: string | RegExp, within?: string): Locator {
    const called = (role: Role) => this.page.getByRole(role, { name, exact: true });
    return this.#inside(within, called('button').or(called('link'))).first();
  }

  /** Labels may go on with "optional"; of a long question its beginning is enough: "Your pupils: …". */
  #field(label: string, within?: string): Locator {
    const called = new RegExp(`^${escaped(label)}(:.*|\\s*[(,]?\\s*optional\\)?)?$`, 'is');
    return this.#inside(within, this.page.getByLabel(called)).first();
  }

  /** Of things called alike, the one in the smallest part of the page that also says `within`. */
  #inside(within: string | undefined, thing: Locator): Locator {
    if (within === undefined) return thing;
    const parts = this.page.locator('li, tr, nav, section, form, fieldset, article, main');
    return parts.filter({ hasText: within }).filter({ has: thing }).last().locator(thing);
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name of a control, as far as a test needs it: its label, or what stands on it. */
const nameOf = (control: Locator): Promise<string> =>
  control.evaluate((element) => {
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
    return [element.getAttribute('aria-label'), ...labels, element.textContent].filter(Boolean).join(' ');
  });
