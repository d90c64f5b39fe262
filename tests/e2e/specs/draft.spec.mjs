// Working on the draft: filling, fixing, rewriting, finding, taking back, saving.
import { readFile } from 'node:fs/promises';
import { assert, forEachTarget, keepScreenshot } from '../support.mjs';
import {
  REPORT, asksBeforeLeaving, column, counter, counterButton, fields, onDesk, openFile, openReport, tab, takeText, values,
} from '../desk.mjs';

const GROUPED = `2024年工作总结
一、概况
本报告由**县起草，**县政府办公室审定，报**县委。完成投资*余万元，新建项目*个。
`;

const progress = (page) => page.locator('.filling strong').innerText();
const blanksLeft = (page, left) => page.locator('.counter-blanks', { hasText: new RegExp(`^${left}`) }).waitFor();

/** A composition of the input method: letters that are not text yet, then the words. */
async function compose(page, context, letters, text) {
  const cdp = await context.newCDPSession(page);
  for (let end = 1; end <= letters.length; end += 1) {
    const part = letters.slice(0, end);
    await cdp.send('Input.imeSetComposition', { text: part, selectionStart: end, selectionEnd: end });
  }
  await page.waitForTimeout(300);
  await cdp.send('Input.insertText', { text });
  await cdp.detach();
}

forEachTarget((target) => {
  target.test('a blank is filled in where it stands, and the checklist keeps step', async ({ page }) => {
    await openReport(page);
    await tab(page, '待填清单').click();
    await fields(page).nth(0).fill('18');
    await blanksLeft(page, 1);
    assert.equal(await values(page).nth(0).inputValue(), '18');
    assert.equal(await progress(page), '已填 1/2');
    await values(page).nth(1).fill('2.6');
    await blanksLeft(page, 0);
    assert.equal(await fields(page).nth(1).inputValue(), '2.6');
    await page.locator('.tab-panel:not(.still)', { hasText: '全部填好' }).waitFor();
    assert.ok((await takeText(page)).includes('新开工项目18个，完成投资2.6亿元'));
  });

  target.test('the text goes along with the line that is filled in, on any screen', async ({ page }) => {
    await openReport(page, REPORT + '说明文字。\n'.repeat(80));
    await counterButton(page, '待填').click();
    await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await values(page).nth(1).click();
    await page.locator('article input.blank.selected').waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await counterButton(page, '待填').click();
    await values(page).nth(0).click();
    await page.keyboard.type('18');
    assert.ok(await values(page).nth(0).isVisible(), 'the sheet stays where one is typing');
    assert.equal(await values(page).nth(0).inputValue(), '18');
  });

  target.test('the table shows what was filled in', async ({ page }) => {
    await openReport(page);
    await fields(page).nth(0).fill('18');
    await tab(page, '指标表').click();
    assert.ok((await column(page, 1)).includes('18'));
  });

  target.test('what is no figure is refused, says why, and is kept', async ({ page }) => {
    await openReport(page);
    await tab(page, '待填清单').click();
    await values(page).nth(0).fill('十八');
    await page.getByText('请用阿拉伯数字').waitFor();
    assert.equal(await counter(page, '待填'), 2);
    assert.equal(await values(page).nth(0).getAttribute('aria-invalid'), 'true');
    await tab(page, '问题').click();
    await tab(page, '待填清单').click();
    assert.equal(await values(page).nth(0).inputValue(), '十八', 'typed once is enough');
    assert.equal(await fields(page).nth(0).inputValue(), '十八');
    await values(page).nth(0).fill('18');
    await blanksLeft(page, 1);
    assert.equal(await page.locator('.refusal').count(), 0);
  });

  target.test('blanks of one name are filled together, and one of them may differ', async ({ page }) => {
    await openReport(page, GROUPED);
    await tab(page, '待填清单').click();
    await values(page).nth(0).fill('青禾');
    await page.getByRole('button', { name: '同样的 3 处都填这个' }).click();
    assert.equal(await fields(page).nth(2).inputValue(), '青禾');
    await values(page).nth(2).fill('白水');
    assert.ok((await takeText(page)).includes('由青禾县起草，青禾县政府办公室审定，报白水县委'));
  });

  target.test('an exact figure may drop the 余 behind it', async ({ page }) => {
    await openReport(page, GROUPED);
    await tab(page, '待填清单').click();
    await values(page).nth(3).fill('350');
    await page.getByRole('button', { name: '是准数，删去“余”' }).click();
    await page.locator('article del.dropped', { hasText: '余' }).waitFor();
    assert.ok((await takeText(page)).includes('完成投资350万元'));
    await page.getByRole('button', { name: '保留“余”' }).click();
    assert.ok((await takeText(page)).includes('完成投资350余万元'));
  });

  target.test('the checklist is filtered, and keeps the line that is being filled in', async ({ page }) => {
    await openReport(page, GROUPED);
    await tab(page, '待填清单').click();
    await page.getByRole('button', { name: /^未填/ }).click();
    await page.getByRole('combobox', { name: '按类型看' }).selectOption({ label: '数字（2）' });
    assert.equal(await values(page).count(), 2);
    await values(page).nth(0).click();
    await page.keyboard.type('350');
    assert.equal(await values(page).count(), 2, 'it is not pulled away');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('aside input.value').length === 1);
    await page.getByRole('button', { name: /^已填/ }).click();
    assert.equal(await values(page).nth(0).inputValue(), '350');
  });

  target.test('words are composed in a blank and in a paragraph without losing a letter', async ({ page, context }) => {
    await openReport(page, GROUPED);
    await fields(page).nth(0).click();
    await compose(page, context, 'qinghe', '青禾');
    await blanksLeft(page, 4);
    assert.equal(await fields(page).nth(0).inputValue(), '青禾');
    await tab(page, '待填清单').click();
    await values(page).nth(1).click();
    await compose(page, context, 'baishui', '白水');
    await blanksLeft(page, 3);
    assert.equal(await values(page).nth(1).inputValue(), '白水');
    await page.locator('article .p-body').first().hover();
    await page.locator('article .p-body .rewrite').first().click();
    const editor = page.getByRole('textbox', { name: '修改这一段' });
    await editor.press('Control+Home');
    await compose(page, context, 'zongdekan', '总的看，');
    assert.match(await editor.inputValue(), /^总的看，本报告由青禾县起草，白水县政府/);
    await page.keyboard.press('Escape');
    assert.match(await takeText(page), /\n总的看，本报告由青禾县起草，白水县政府办公室审定，报\*\*县委/);
  });

  target.test('a paragraph is rewritten in its place; marks, lists and values follow', async ({ page }) => {
    await openReport(page);
    await fields(page).nth(1).fill('2.6');
    await fields(page).nth(1).click();
    await page.keyboard.press('F2');
    const editor = page.getByRole('textbox', { name: '修改这一段' });
    assert.match(await editor.inputValue(), /^（一）项目建设。新开工项目\*个，完成投资2.6亿元/);
    const metrics = await counter(page, '指标');
    await editor.press('Control+End');
    await page.keyboard.type('完成入库税收3200万元。');
    await page.locator('.counter-metrics', { hasText: String(metrics + 1) }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('article mark.metric', { hasText: '3200万元' }).waitFor();
    assert.equal(await fields(page).nth(1).inputValue(), '2.6');
    await page.waitForFunction(() => document.activeElement.closest('article'));
  });

  target.test('corrections are adopted one by one, by kind, and all together', async ({ page }) => {
    await openReport(page, REPORT.replace('撰写心得', '记笔记,撰写心得').replace('“百日攻坚”行动行动', '“百日攻坚行动”行动'));
    await tab(page, '问题').click();
    const findings = await counter(page, '问题');
    const card = page.locator('.finding-card', { hasText: '重复' });
    await card.getByRole('button', { name: '采纳', exact: true }).click();
    await page.locator('.counter-findings', { hasText: String(findings - 1) }).waitFor();
    await page.locator('.finding-card', { hasText: '半角' }).getByRole('button', { name: '全部采纳（2）' }).click();
    const text = await takeText(page);
    assert.ok(text.includes('“百日攻坚行动”。') && text.includes('12次，记笔记，撰写心得'), text);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.locator('.counter-findings', { hasText: String(findings) }).waitFor();
    await page.locator('.safe').getByRole('button', { name: /^全部采纳/ }).click();
    assert.equal(await takeText(page), text);
  });

  target.test('findings are ignored by place and by kind, and minded again', async ({ page }) => {
    await openReport(page, REPORT.replace('撰写心得', '记笔记,撰写心得'));
    await tab(page, '问题').click();
    const findings = await counter(page, '问题');
    const commas = page.locator('.finding-card', { hasText: '半角' });
    await commas.first().getByRole('button', { name: '忽略', exact: true }).click();
    await page.locator('.counter-findings', { hasText: String(findings - 1) }).waitFor();
    assert.equal(await page.locator('article .wave', { hasText: ',' }).count(), 1);
    await page.getByText('已忽略').click();
    await page.getByRole('button', { name: '恢复', exact: true }).click();
    await page.locator('.counter-findings', { hasText: String(findings) }).waitFor();
    await commas.first().getByRole('button', { name: /忽略此类（2）/ }).click();
    await page.locator('.counter-findings', { hasText: String(findings - 2) }).waitFor();
    await page.getByText('已忽略').click();
    await page.getByRole('button', { name: '恢复这一类' }).first().click();
    await page.locator('.counter-findings', { hasText: String(findings) }).waitFor();
  });

  target.test('everything is taken back and done again, step by step', async ({ page }) => {
    await openReport(page);
    const texts = [await takeText(page)];
    const steps = [
      () => fields(page).nth(0).fill('18'),
      () => fields(page).nth(1).fill('2.6'),
      async () => {
        await tab(page, '问题').click();
        await page.getByRole('button', { name: '采纳', exact: true }).first().click();
      },
      async () => {
        await page.getByRole('button', { name: '查找替换' }).click();
        await page.getByRole('textbox', { name: '查找' }).fill('群众');
        await page.getByRole('textbox', { name: '替换为' }).fill('居民');
        await page.getByRole('button', { name: /^全部替换/ }).click();
      },
      async () => {
        await page.getByRole('button', { name: '修改全文' }).click();
        const field = page.getByRole('textbox', { name: '原文' });
        await field.fill(`${await field.inputValue()}特此报告。\n`);
        await page.waitForTimeout(400);
        await page.getByRole('button', { name: '完成修改' }).click();
      },
    ];
    for (const step of steps) {
      await step();
      texts.push(await takeText(page));
    }
    assert.equal(new Set(texts).size, texts.length, 'each step changed something');
    await page.locator('.report-title').click();
    for (const expected of texts.slice(0, -1).reverse()) {
      await page.keyboard.press('Control+z');
      assert.equal(await takeText(page), expected);
    }
    assert.ok(await page.getByRole('button', { name: /^撤销/ }).isDisabled());
    for (const expected of texts.slice(1)) {
      await page.keyboard.press('Control+Shift+z');
      assert.equal(await takeText(page), expected);
    }
    await page.getByRole('button', { name: '历史' }).click();
    await page.getByRole('button', { name: /^填写：.*18/ }).click();
    assert.equal(await takeText(page), texts[1]);
  });

  target.test('a report that took the place of another gives it back', async ({ page }) => {
    await openReport(page);
    await fields(page).nth(0).fill('18');
    await openReport(page, GROUPED, '另一份.txt');
    await page.getByRole('button', { name: /^撤销/ }).click();
    await onDesk(page, '总结.txt');
    assert.equal(await fields(page).nth(0).inputValue(), '18');
    await page.getByRole('button', { name: /^重做/ }).click();
    await onDesk(page, '另一份.txt');
  });

  target.test('words are found, counted, shown beforehand and replaced', async ({ page }) => {
    await openReport(page);
    await page.keyboard.press('Control+h');
    await page.getByRole('textbox', { name: '查找' }).fill('项目');
    await page.locator('.finder-count', { hasText: /^2 处$/ }).waitFor();
    await page.getByRole('textbox', { name: '查找' }).press('Enter');
    await page.getByText('1/2 处').waitFor();
    await page.locator('article .selected', { hasText: /^项目$/ }).waitFor();
    await page.getByRole('textbox', { name: '替换为' }).fill('工程');
    const preview = page.getByRole('list', { name: '找到的地方' });
    assert.match(await preview.innerText(), /（一）项目工程建设/);
    await page.getByRole('button', { name: '替换这一处' }).click();
    await page.locator('.finder-count', { hasText: /^1 处$/ }).waitFor();
    assert.match(await takeText(page), /（一）工程建设。新开工项目/);
  });

  target.test('the work is saved to a file and goes on from there', async ({ page }) => {
    await openReport(page);
    assert.equal(await asksBeforeLeaving(page), false);
    await fields(page).nth(0).fill('18');
    await tab(page, '待填清单').click();
    await values(page).nth(1).fill('很多');
    await tab(page, '问题').click();
    await page.getByRole('button', { name: '忽略', exact: true }).first().click();
    assert.equal(await asksBeforeLeaving(page), true);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    const file = await download;
    assert.equal(file.suggestedFilename(), '总结.hegao.json');
    await page.getByText('进度已保存').first().waitFor();
    assert.equal(await asksBeforeLeaving(page), false);
    const [text, findings] = [await takeText(page), await counter(page, '问题')];
    const saved = await readFile(await file.path());

    await page.reload();
    await openFile(page, '总结.hegao.json', saved);
    await onDesk(page, '总结.txt');
    assert.equal(await takeText(page), text);
    assert.equal(await fields(page).nth(1).inputValue(), '很多');
    assert.equal(await counter(page, '问题'), findings);
    await openFile(page, '坏的.hegao.json', saved.subarray(0, 200));
    await page.getByRole('alert').filter({ hasText: '进度文件打不开' }).waitFor();
    assert.equal(await takeText(page), text, 'what was on the desk stays');
  });

  target.test('the browser keeps nothing, unless it is asked to', async ({ page }) => {
    const stored = () => page.evaluate(() => localStorage.length + sessionStorage.length);
    await openReport(page);
    await fields(page).nth(0).fill('18');
    assert.equal(await stored(), 0);
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('button', { name: '保存进度……' }).click();
    await page.getByRole('checkbox', { name: '自动保存' }).check();
    await page.keyboard.press('Escape');
    await fields(page).nth(1).fill('2.6');
    await page.waitForFunction(() => (localStorage.getItem('hegao.draft') ?? '').includes('2.6'));
    await page.reload();
    await page.getByRole('button', { name: '接着做' }).click();
    await onDesk(page, '总结.txt');
    assert.equal(await fields(page).nth(1).inputValue(), '2.6');
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('button', { name: '保存进度……' }).click();
    await page.getByRole('button', { name: '清除浏览器里保存的稿子' }).click();
    assert.equal(await stored(), 0);
  });

  target.test('it is printed with numbered notes, or only the lists', async ({ page }) => {
    await openReport(page);
    const onPaper = async (what) => {
      await page.evaluate(() => { globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1; }; });
      await page.getByRole('button', { name: '导出' }).click();
      await page.getByRole('button', { name: what }).click();
      await page.waitForFunction(() => globalThis.printed === 1);
      await page.emulateMedia({ media: 'print' });
      const text = await page.locator('body').innerText();
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.locator('.print-sheet').waitFor({ state: 'detached' });
      return text;
    };
    const withNotes = await onPaper(/^打印正文/);
    assert.match(withNotes, /注\s+(.*半角.*\s+)?待填：新开工项目/);
    assert.ok(!withNotes.includes('待填清单'));
    const lists = await onPaper(/^只打印清单/);
    assert.match(lists, /指标表（6）[\s\S]*待填清单（2）[\s\S]*问题（/);
    assert.ok(!lists.includes('全局上下真抓实干'));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.locator('article sup.note').first().waitFor({ state: 'attached' });
    await page.pdf({ path: (await keepScreenshot(page, `printed ${target.name}`)).replace(/png$/, 'pdf'), preferCSSPageSize: true });
  });
});
