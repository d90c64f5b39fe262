// The second half of `cargo xtask bench`: the texts that `benches/table.rs` left in target/bench,
// analysed by the built page in Chromium, beside the times they took natively.
//
// Like there, a time is what the thread had the processor for, and the fastest of several rounds
// counts.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, open, publishTarget } from './support.mjs';

const FOLDER = path.join(ROOT, 'target/bench');
/** Milliseconds to repeat a row for, and how often at least. */
const PATIENCE = 1500;
const ROUNDS = 3;

const rows = JSON.parse(await readFile(path.join(FOLDER, 'native.json'), 'utf8'));
const target = await publishTarget('site');
try {
  const { page, context } = await open(target);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  console.log('\n| in Chromium | MB | native ms | Chromium ms | factor |\n|---|--:|--:|--:|--:|');
  for (const { name, files, bytes, ms } of rows) {
    await load(page, files);
    const inPage = await fastest(page, cdp);
    const cells = [name, (bytes / 1e6).toFixed(2), ms.toFixed(2), inPage.toFixed(2), `×${(inPage / ms).toFixed(1)}`];
    console.log(`| ${cells.join(' | ')} |`);
  }
} finally {
  await target.close();
}

/** Leaves the files in the page, as bytes. */
async function load(page, files) {
  const texts = await Promise.all(files.map((name) => readFile(path.join(FOLDER, name), 'utf8')));
  await page.evaluate((texts) => {
    globalThis.benchFiles = texts.map((text) => new TextEncoder().encode(text));
  }, texts);
}

async function fastest(page, cdp) {
  // A text that takes no time is analysed so often that the way to the page and back does not count.
  const once = await time(page, cdp, 1);
  const repeats = Math.max(1, Math.ceil(50 / once));
  let best = Infinity;
  const start = performance.now();
  for (let round = 0; round < ROUNDS || performance.now() - start < PATIENCE; round += 1) {
    best = Math.min(best, await time(page, cdp, repeats));
  }
  return best;
}

/** The mean of `repeats` analyses, in milliseconds of the page's main thread. */
async function time(page, cdp, repeats) {
  const start = await threadTime(cdp);
  await page.evaluate((repeats) => {
    for (let n = 0; n < repeats; n += 1) {
      for (const bytes of globalThis.benchFiles) wasm_bindgen.analysisWork(bytes);
    }
  }, repeats);
  return ((await threadTime(cdp)) - start) / repeats;
}

async function threadTime(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime').value * 1000;
}
