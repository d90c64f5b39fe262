// The third part of `cargo xtask bench`: how long the page takes from a chosen file to the report on
// the desk, and the memory of its process. The documents are made here, as Word would write them.
import { randomFillSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { open, publishTarget } from './support.mjs';
import { zip } from './zip.mjs';

const ROUNDS = 3;
const PATIENCE = 120_000;

/** Name, paragraphs of some 110 characters, pictures of 400 KB. */
const FILES = [
  ['300 pages, 48 pictures', 1_500, 48],
  ['1200 pages, 46 pictures', 6_000, 46],
  ['as much text as one part may hold', 39_000, 0],
];

const folder = await mkdtemp(path.join(os.tmpdir(), 'hegao-'));
const target = await publishTarget('site');
try {
  console.log('\n| docx opened in the page | MB | XML MB | characters | seconds | memory MB |\n|---|--:|--:|--:|--:|--:|');
  for (const [name, paragraphs, pictures] of FILES) {
    const { bytes, xml } = docx(paragraphs, pictures);
    const file = path.join(folder, 'report.docx');
    await writeFile(file, bytes);
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await measure(file));
    const seconds = Math.min(...runs.map((run) => run.seconds));
    const memory = Math.max(...runs.map((run) => run.memory));
    const cells = [name, (bytes.length / 1e6).toFixed(1), (xml / 1e6).toFixed(1), runs[0].characters, seconds.toFixed(2), memory.toFixed(0)];
    console.log(`| ${cells.join(' | ')} |`);
  }
} finally {
  await target.close();
  await rm(folder, { recursive: true });
}

/** Opens a file in a fresh page, until the frame after the report is painted. */
async function measure(file) {
  const { page, context } = await open(target);
  await page.evaluate(() => {
    const input = document.querySelector('input[type=file]');
    input.addEventListener('change', () => { globalThis.chosen = performance.now(); }, true);
    globalThis.opened = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.report-name, [role=alert]')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - chosen)));
      }).observe(document.body, { childList: true, subtree: true });
    });
  });
  await page.locator('input[type=file]').setInputFiles(file);
  const seconds = await page.evaluate((patience) => Promise.race([
    opened, new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), patience)),
  ]), PATIENCE) / 1000;
  if (await page.getByRole('alert').count()) throw new Error(await page.getByRole('alert').innerText());
  const facts = await page.locator('.report-facts').innerText();
  const memory = await peakMemory(target.browser);
  await context.close();
  return { seconds, memory, characters: /([\d,]+) 字/.exec(facts)[1] };
}

/** What the largest renderer has held at most, in MB, where the system tells (Linux). */
async function peakMemory(browser) {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const peak = async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1000;
  };
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return Math.max(...await Promise.all(renderers.map(peak)));
}

/** A report as Word stores it: each run with its fonts and its session, pictures that do not compress. */
function docx(paragraphs, pictures) {
  const body = Array.from({ length: paragraphs }, (_, n) => paragraph(n)).join('');
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  const media = Array.from({ length: pictures }, (_, n) => [`word/media/image${n}.jpeg`, randomFillSync(Buffer.alloc(400_000))]);
  const bytes = zip([['[Content_Types].xml', '<Types/>'], ['word/document.xml', xml], ...media]);
  return { bytes, xml: Buffer.byteLength(xml) };
}

function paragraph(n) {
  const hex = (value) => value.toString(16).toUpperCase().padStart(8, '0');
  const fonts = '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>';
  const run = (text) => `<w:r w:rsidRPr="${hex(n * 7919)}">${fonts}<w:t>${text}</w:t></w:r>`;
  const words = n % 40 === 0
    ? [`${'一二三四五六七八九'[n / 40 % 9]}、第${n}项工作`]
    : [`全年完成项目${n}个，`, `投资${(n * 37 % 991) / 10}亿元，同比增长${(n * 13 % 97) / 10}%。`, '坚持把学习贯彻摆在首位，组织集中学习，', '推动各项任务落到实处，', `办理群众来信${n % 300}件，群众满意率达到${90 + n % 10}%，为全市经济社会发展作出了应有的贡献。`];
  return `<w:p w14:paraId="${hex(n)}" w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>${fonts}</w:pPr>${words.map(run).join('')}</w:p>`;
}
