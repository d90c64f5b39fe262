// What a spec needs: every test on both deliveries, and nothing unseen.
//
//   import { assert, forEachTarget } from '../support.mjs';
//
//   forEachTarget((target) => {
//     target.test('a blank is listed', async ({ page }) => {
//       await page.getByRole('textbox').fill('实现营收____万元');
//       assert.equal(await page.getByRole('listitem').count(), 1);
//     });
//   });
//
// Each test gets a fresh profile with the page open and started. A test fails, too, when the page
// asked for anything that is not its own, wrote an error to the console, threw, or broke its own
// policy; a test that means to do so says `{ expectProblems: true }` and looks at `problems`.
import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';
import { serveOutside, serveSite } from './server.mjs';

export { assert, test };

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.resolve(HERE, '../..');
export const SITE = path.join(ROOT, 'dist/site');
export const FILE = path.join(ROOT, 'dist/hegao.html');
export const ARTEFACTS = path.join(HERE, 'artefacts');

/** Long, for a test may share two cores with a build. */
const START_TIMEOUT = 30_000;

/** Each delivery: how to put it where a reader would open it. */
const TARGETS = [
  {
    name: 'site',
    async publish() {
      const site = await serveSite(SITE);
      return { url: site.url, own: (url) => url.startsWith(site.url), site, close: site.close };
    },
  },
  {
    name: 'file',
    // A name as a reader's disk has it: a space, and characters that an address must escape.
    async publish() {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'hegao '));
      const file = path.join(folder, '核稿 #1 (副本).html');
      await copyFile(FILE, file);
      const url = pathToFileURL(file).href;
      const close = () => rm(folder, { recursive: true });
      return { url, own: (asked) => asked.split('#')[0] === url, close };
    },
  },
];

/** Runs `define` for the site and for the single file, each in a `describe` of its name. */
export function forEachTarget(define) {
  for (const kind of TARGETS) describe(kind.name, () => define(prepare(kind)));
}

/** Publishes a target (`site` or `file`) with a browser to open it, outside of any test. */
export async function publishTarget(name) {
  const kind = TARGETS.find((kind) => kind.name === name);
  const published = await kind.publish();
  const outside = await serveOutside();
  const browser = await launch();
  const close = async () => {
    await browser.close();
    await outside.close();
    await published.close();
  };
  return { ...published, name, isFile: name === 'file', outside, browser, close };
}

function prepare(kind) {
  const target = { name: kind.name, isFile: kind.name === 'file' };
  before(async () => Object.assign(target, await publishTarget(kind.name)));
  after(() => target.close?.());
  target.test = (name, ...rest) => {
    const [options, body] = rest.length > 1 ? rest : [{}, rest[0]];
    test(name, (context) => runTest(target, context, options, body));
  };
  return target;
}

async function runTest(target, context, options, body) {
  const opened = await open(target, options);
  try {
    await body(opened);
    assert.deepEqual(opened.foreign(), [], 'the page asked for what is not its own');
    if (!options.expectProblems) assert.deepEqual(await opened.problems(), []);
  } catch (error) {
    await keepScreenshot(opened.page, `failed ${target.name} ${context.name}`);
    throw error;
  } finally {
    await opened.context.close();
  }
}

/**
 * Opens a target in a fresh profile. Options, all optional:
 *
 *   viewport        { width, height }
 *   colorScheme     'light' (as is) or 'dark'
 *   context         further options of Playwright's newContext
 *   url             another address than the target's
 *   initScript      a function that runs in the page before the page's own scripts
 *   awaitStart      false: do not wait until the page has started
 *   expectProblems  true: do not fail on errors and on violations of the policy
 *
 * Returns { page, context, target, requests, foreign(), problems() }.
 */
export async function open(target, options = {}) {
  const { viewport = { width: 1280, height: 800 }, colorScheme = 'light' } = options;
  const context = await target.browser.newContext({
    viewport, colorScheme, locale: 'zh-CN', ...options.context,
  });
  const page = await context.newPage();
  const opened = watch(target, context, page);
  await page.addInitScript(recordViolations);
  if (options.initScript) await page.addInitScript(options.initScript);
  await page.goto(options.url ?? target.url);
  if (options.awaitStart !== false) await started(page);
  return opened;
}

function watch(target, context, page) {
  const requests = [];
  const problems = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  return {
    target, context, page, requests,
    foreign: () => requests.filter((url) => !/^(blob|data):/.test(url) && !target.own(url)),
    async problems() {
      const violations = await page.evaluate(() => globalThis.policyViolations ?? []);
      return [...problems, ...violations];
    },
  };
}

// Runs in the page.
function recordViolations() {
  globalThis.policyViolations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    globalThis.policyViolations.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/** Waits until the page has replaced the loading screen, and throws what the boot screen says. */
export async function started(page) {
  const state = page.locator('#app > :not(.boot), #app > .boot[role=alert]').first();
  await state.waitFor({ state: 'attached', timeout: START_TIMEOUT });
  const failure = page.locator('#app > .boot[role=alert]');
  if (await failure.count()) {
    throw new Error(`the page did not start: ${await failure.locator('textarea').inputValue()}`);
  }
}

/** Keeps a picture in `artefacts/`. */
export async function keepScreenshot(page, name, options = {}) {
  await mkdir(ARTEFACTS, { recursive: true });
  const file = path.join(ARTEFACTS, `${name.replace(/[^\p{L}\p{N}-]+/gu, '-')}.png`);
  await page.screenshot({ path: file, ...options }).catch(() => {});
  return file;
}

/** Brings a started page to its sample report, when it offers one. */
export async function openSample(page) {
  const sample = page.getByRole('button', { name: /示例|样例/ }).first();
  if (!(await sample.count())) return false;
  await sample.click();
  await page.waitForLoadState('networkidle');
  return true;
}
