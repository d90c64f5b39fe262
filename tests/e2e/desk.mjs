// What specs of the desk share: bringing text to it, and finding what is on it as a reader does, by
// role and name.
import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { ROOT } from './support.mjs';

/** A short report with one of everything: headings, a figure, blanks, an advert, a doubled word. */
export const REPORT = `2024年青石镇工作总结

一年来，全局上下真抓实干，现将工作情况总结如下：
一、强化学习
全年组织集中学习12次,撰写心得32篇。
二、狠抓落实
（一）项目建设。新开工项目*个，完成投资××亿元。扎实开展“百日攻坚”行动行动。
（二）民生保障。改造老旧小区1.6万平方米，惠及群众3500余户。
`;

/** The sample report as it ships. */
export const sampleText = () => readFile(path.join(ROOT, 'www/sample/report.txt'), 'utf8');

/** Opens bytes or text as a file of this name. */
export async function openFile(page, name, content) {
  const buffer = Buffer.from(content);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
}

/** Opens a file and waits until it is on the desk. */
export async function openReport(page, text = REPORT, name = '总结.txt') {
  await openFile(page, name, text);
  await onDesk(page, name);
}

/** Opens a file and turns to the table of metrics. */
export async function openTable(page, text = REPORT, name = '总结.txt') {
  await openReport(page, text, name);
  await tab(page, '指标表').click();
}

/** Waits until the report of this name is on the desk. */
export async function onDesk(page, name) {
  await page.locator('.report-name', { hasText: name }).waitFor();
}

/** Does `act` and gives the file to the dialog that it opens. */
export async function choose(page, act, name, content) {
  const chooser = page.waitForEvent('filechooser');
  // To catch the dialog the browser has to be told first, and nothing says when it has been: one
  // round trip later it has.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await act();
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await onDesk(page, name);
}

/** Drops a file on the page, wherever `selector` is. */
export async function dropFile(page, selector, name, content) {
  const bytes = [...Buffer.from(content)];
  const data = await page.evaluateHandle(([name, bytes]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, [name, bytes]);
  await page.dispatchEvent(selector, 'dragover', { dataTransfer: data });
  await page.dispatchEvent(selector, 'drop', { dataTransfer: data });
}

/** The number above 章节, 指标, 待填 or 问题. */
export async function counter(page, name) {
  const button = counterButton(page, name);
  return Number((await button.locator('.counter-number').innerText()).replace(',', ''));
}

export const counterButton = (page, name) =>
  page.getByRole('list', { name: '概况' }).getByRole('button', { name });

export const tab = (page, name) => page.getByRole('tab', { name });

/** The list of the tab that is shown. */
export const shownList = (page) => page.locator('.tab-panel:not(.still) .list');

/** The rows of the table of metrics, without its head. */
export const metricRows = (page) => page.locator('table.metrics tbody tr');

/** The text of one column (from 0) of the table of metrics. */
export const column = async (page, index) =>
  metricRows(page).evaluateAll((rows, index) => rows.map((row) => row.children[index].innerText.trim()), index);

/** The bytes of `text` in GBK. Node only decodes it, so the table is made by decoding all of it. */
export function gbk(text) {
  const decoder = new TextDecoder('gbk');
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : table.get(c))));
}

/** The fields of the blanks in the text and in the checklist. */
export const fields = (page) => page.locator('article input.blank');
export const values = (page) => page.locator('aside input.value');

/** What the report reads with its values put in, as it is taken away. */
export async function takeText(page) {
  await page.getByRole('button', { name: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /填好的正文（TXT）/ }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  return text.replace('\uFEFF', '').replaceAll('\r\n', '\n');
}

/** Whether there is something in the page that would be lost if it were closed. */
export const asksBeforeLeaving = (page) => page.evaluate(() => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
});
