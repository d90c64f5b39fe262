// Every way in: sample, file, drop, paste, typing with an input method; and what is refused.
import { assert, forEachTarget } from '../support.mjs';
import { REPORT, choose, counter, dropFile, gbk, onDesk, openFile, openReport, sampleText } from '../desk.mjs';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0, 0, 1);
const field = (page) => page.getByRole('textbox', { name: /粘贴全文|原文/ });

forEachTarget((target) => {
  target.test('the sample is read, and nothing is asked of any host for it', async ({ page, requests }) => {
    const before = requests.length;
    await page.getByRole('button', { name: '看一份示例' }).click();
    await onDesk(page, '示例');
    assert.ok((await counter(page, '章节')) >= 10);
    assert.ok((await counter(page, '指标')) >= 60);
    assert.ok((await counter(page, '待填')) >= 15);
    assert.ok((await sampleText()).startsWith(await page.getByRole('heading', { level: 1 }).innerText()));
    assert.match(await page.title(), /青禾县.* · 核稿/);
    const later = requests.slice(before).filter((url) => !/^(blob|data):/.test(url));
    assert.deepEqual(later, []);
  });

  target.test('a file that is chosen is read', async ({ page }) => {
    await openReport(page);
    assert.equal(await counter(page, '章节'), 4);
    assert.equal(await page.getByRole('combobox', { name: '文字编码' }).inputValue(), 'utf-8');
    const status = page.getByRole('status').filter({ hasText: '分析完成' });
    assert.match(await status.first().innerText(), /章节 4 个，指标 \d+ 项，待填 2 处/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'text', 'the focus goes to the text');
  });

  target.test('a file can be dropped anywhere, on the start view and on the desk', async ({ page }) => {
    await dropFile(page, 'header', '第一份.txt', REPORT);
    await onDesk(page, '第一份.txt');
    await dropFile(page, 'aside', '第二份.txt', REPORT.replace('青石镇', '白云镇'));
    await onDesk(page, '第二份.txt');
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '2024年白云镇工作总结');
  });

  target.test('GBK is recognised, and another encoding can be chosen by hand', async ({ page }) => {
    await dropFile(page, 'main', '老系统导出.txt', gbk(REPORT));
    await onDesk(page, '老系统导出.txt');
    const encoding = page.getByRole('combobox', { name: '文字编码' });
    assert.equal(await encoding.inputValue(), 'gb18030');
    assert.equal(await counter(page, '章节'), 4);

    await encoding.selectOption('big5');
    await page.getByText(/个字符按现在的编码读不出来/).waitFor();
    await encoding.selectOption('gb18030');
    await page.getByText(/个字符按现在的编码读不出来/).waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '2024年青石镇工作总结');
  });

  target.test('a report that is pasted into the field is shown as text at once', async ({ page }) => {
    await field(page).focus();
    await paste(page, REPORT.repeat(3));
    await page.locator('article').waitFor();
    assert.ok(!(await field(page).isVisible()));
  });

  target.test('a report that is pasted anywhere is read', async ({ page }) => {
    await page.locator('h1').click();
    await paste(page, REPORT);
    await onDesk(page, '粘贴的文字');
    assert.equal(await page.getByRole('combobox').count(), 0, 'pasted text has no encoding to choose');
  });

  target.test('typing is analysed beside the field, which keeps its focus', async ({ page }) => {
    await field(page).click();
    await page.keyboard.type('一、学习\n撰写心得32篇');
    await onDesk(page, '粘贴的文字');
    assert.equal(await counter(page, '指标'), 1);
    await page.keyboard.type('，发言12次');
    await page.locator('.counter-metrics', { hasText: '2' }).waitFor();
    assert.equal(await field(page).inputValue(), '一、学习\n撰写心得32篇，发言12次');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'paste-field');
    await page.getByRole('button', { name: '完成修改' }).click();
    assert.equal(await page.locator('article mark.metric').count(), 2);
  });

  target.test('letters that an input method still composes are not analysed', async ({ page, context }) => {
    const cdp = await context.newCDPSession(page);
    await field(page).click();
    await cdp.send('Input.imeSetComposition', { text: 'zhuanxie', selectionStart: 8, selectionEnd: 8 });
    await page.waitForTimeout(700);
    assert.equal(await page.locator('.counters').count(), 0, 'pinyin is no report');
    await cdp.send('Input.insertText', { text: '撰写心得32篇' });
    await onDesk(page, '粘贴的文字');
    await cdp.send('Input.imeSetComposition', { text: 'fayan', selectionStart: 5, selectionEnd: 5 });
    await page.waitForTimeout(700);
    assert.equal(await field(page).inputValue(), '撰写心得32篇fayan', 'the composition goes on');
    await cdp.send('Input.insertText', { text: '，发言12次' });
    await page.locator('.counter-metrics', { hasText: '2' }).waitFor();
    assert.equal(await field(page).inputValue(), '撰写心得32篇，发言12次');
  });

  target.test('what is read can be changed', async ({ page }) => {
    await openReport(page);
    await page.getByRole('button', { name: '修改全文' }).click();
    assert.equal(await field(page).inputValue(), REPORT);
    await field(page).fill(REPORT.replace('*个', '18个'));
    await page.locator('.counter-blanks', { hasText: /^1/ }).waitFor();
    await page.getByRole('button', { name: '完成修改' }).click();
    assert.equal(await page.locator('article input.blank').count(), 1);
  });

  target.test('what cannot be read is said, and what was on the desk stays', async ({ page }) => {
    await openFile(page, '空.txt', '');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    assert.match(await alert.innerText(), /空|没有/);
    await alert.getByRole('button', { name: '关闭' }).click();
    await alert.waitFor({ state: 'detached' });

    await openReport(page);
    await openFile(page, '照片.txt', PNG);
    await alert.waitFor();
    assert.match(await alert.innerText(), /图|不是文字|无法/);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '2024年青石镇工作总结');
    await page.keyboard.press('Escape');
    await alert.waitFor({ state: 'detached' });
  });

  target.test('the way back to the start keeps the report', async ({ page }) => {
    await openReport(page);
    await page.getByRole('button', { name: '核稿，回到首页' }).click();
    await page.getByRole('button', { name: '打开文件' }).waitFor();
    await page.getByRole('button', { name: '返回正在核的稿子' }).click();
    assert.equal(await counter(page, '章节'), 4);
  });

  target.test('Ctrl+O asks for a file', async ({ page }) => {
    await choose(page, () => page.keyboard.press('Control+o'), 'a.md', REPORT);
  });

  target.test('text is never markup', async ({ page }) => {
    const payload = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    await openReport(page, `${payload}工作总结\n一、${payload}\n完成${payload}3个，*个`, `${payload.replaceAll('/', '')}.txt`);
    assert.equal(await page.locator('main img, main script, nav img, aside img, header img').count(), 0);
    assert.ok((await page.locator('article').innerText()).includes('<img src=x onerror'));
  });
});

/** Pastes as a reader does: through the clipboard event that the keys cause. */
async function paste(page, text) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press('Control+v');
}
