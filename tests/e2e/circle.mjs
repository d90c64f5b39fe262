// The whole circle, with the programs of an office: `node circle.mjs REPORT…`
//
// The page exports the sheet, openpyxl fills it in, the page takes it back and exports the document,
// LibreOffice says what is in that, and python-docx opens it. Prints what does not agree, and how long
// the page took. Needs Python with openpyxl and python-docx, and LibreOffice; no part of the tests.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';
import { FILE } from './support.mjs';

const FILL = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for tab in book:
    head = next((row for row in tab.iter_rows() if any(cell.value == '核实数值' for cell in row)), None)
    if not head: continue
    column = {cell.value: cell.column for cell in head}
    for row in range(head[0].row + 1, tab.max_row + 1):
        if tab.cell(row, column['序号']).value is None: continue
        rule = next((rule for rule in tab.data_validations.dataValidation if tab.cell(row, column['核实数值']).coordinate in rule), None)
        figure = rule is not None and rule.type == 'decimal'
        tab.cell(row, column['核实数值']).value = 7000 + row if figure else f'核实{row}'
book.save(sys.argv[2])
`;
const OPEN = 'import sys, docx; print(len(docx.Document(sys.argv[1]).paragraphs))';

const plain = (text) => text.replace(/[\s\u3000\ufeff]/g, '');
const folder = await mkdtemp(path.join(os.tmpdir(), 'circle-'));
const at = (name) => path.join(folder, name);
const browser = await launch();

async function circle(file) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  await page.goto(pathToFileURL(FILE).href);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('.report-name', { hasText: path.basename(file) }).waitFor();
  const take = async (button, name) => {
    await page.keyboard.press('Control+Shift+S');
    const start = performance.now();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: button, exact: true }).first().click(),
    ]);
    const time = performance.now() - start;
    await download.saveAs(at(name));
    await page.keyboard.press('Escape');
    return time;
  };
  const blanks = Number((await page.locator('.counter-blanks .counter-number').innerText()).replace(',', ''));
  if (!blanks) {
    await page.close();
    return null;
  }
  // The first time its module comes, too.
  await take('导出核实表（xlsx）', 'first.xlsx');
  const written = await take('导出核实表（xlsx）', 'sheet.xlsx');
  execFileSync('python3', ['-c', FILL, at('sheet.xlsx'), at('filled.xlsx')]);
  const filled = [...await readFile(at('filled.xlsx'))];
  const data = await page.evaluateHandle((bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], 'filled.xlsx'));
    return transfer;
  }, filled);
  const start = performance.now();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await page.getByRole('dialog', { name: '收回核实表' }).waitFor();
  const read = performance.now() - start;
  const refused = await page.getByRole('region', { name: '没有采用' }).getByRole('listitem').allInnerTexts();
  await page.getByRole('button', { name: /填入 [\d,]+ 项/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const open = Number((await page.locator('.counter-blanks .counter-number').innerText()).replace(',', ''));
  const original = /\.docx$/.test(file);
  await take(original ? '在原文件中回填（docx）' : '按公文格式新建（docx）', 'final.docx');
  const said = await page.evaluate(() => document.querySelector('.notice')?.textContent ?? '');
  await page.close();
  execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(at('profile')).href}`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, at('final.docx')], { stdio: 'ignore' });
  const converted = plain(await readFile(at('final.txt'), 'utf8'));
  execFileSync('python3', ['-c', OPEN, at('final.docx')]);
  return { blanks, open, written, read, refused, said, converted };
}

for (const file of process.argv.slice(2)) {
  const outcome = await circle(file);
  if (!outcome) {
    console.log(`${path.basename(file)}: no blanks`);
    continue;
  }
  const { blanks, open, written, read, refused, said, converted } = outcome;
  const again = await browser.newPage();
  await again.goto(pathToFileURL(FILE).href);
  await again.locator('input[type=file]').setInputFiles(at('final.docx'));
  await again.locator('.report-name', { hasText: 'final.docx' }).waitFor();
  const paragraphs = await again.locator('article [data-paragraph]').evaluateAll((all) => all.map((one) => [...one.childNodes].map((node) => node.value || node.placeholder || node.textContent).join('')));
  await again.close();
  const missing = paragraphs.map(plain).filter((text) => text && !converted.includes(text));
  console.log(`${path.basename(file)}: ${blanks} blanks, ${open} left; sheet written in ${written.toFixed(0)} ms, read in ${read.toFixed(0)} ms; ${said.trim()}`);
  for (const row of refused) console.log('  not taken:', row.replace(/\n/g, ' '));
  console.log(`  ${paragraphs.length} paragraphs, ${missing.length} that LibreOffice reads otherwise`);
  for (const text of missing.slice(0, 8)) console.log('   ', text);
}
await browser.close();
