// The outline: folding, what is in a section, items, copying, long ones.
import { assert, forEachTarget } from '../support.mjs';
import { openReport } from '../desk.mjs';

const REPORT = `2024年青石镇工作总结
一、强化学习
全年组织集中学习12次。
（一）政治学习。一是学文件；二是谈体会，撰写心得*篇。
（二）业务学习。认真学习业务。
二、狠抓落实
完成投资3.5亿元。
`;

const outline = (page) => page.getByRole('navigation', { name: '提纲' });
const button = (page, name) => outline(page).getByRole('button', { name, exact: true });

/** The headings that are listed, by their titles. */
const titles = async (page) => outline(page).locator('.branch-title').allInnerTexts();

forEachTarget((target) => {
  target.test('branches fold by themselves and all at once', async ({ page }) => {
    await openReport(page, REPORT);
    const all = ['强化学习', '政治学习', '业务学习', '狠抓落实'];
    const top = ['强化学习', '狠抓落实'];
    assert.deepEqual(await titles(page), all);
    const fold = button(page, '一、的下级');
    assert.equal(await fold.getAttribute('aria-expanded'), 'true');
    await fold.click();
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    assert.deepEqual(await titles(page), top);
    await button(page, '全部展开').click();
    assert.deepEqual(await titles(page), all);
    await button(page, '全部折叠').click();
    assert.deepEqual(await titles(page), top);
    await openReport(page, REPORT, '另一份.txt');
    assert.deepEqual(await titles(page), all, 'another report is not folded as the last one was');
  });

  target.test('a section says how much is in it and beneath it', async ({ page }) => {
    await openReport(page, REPORT);
    const words = async (name) => (await outline(page).getByRole('button', { name }).first().textContent()).replace(/\s+/g, '');
    assert.match(await words(/强化学习/), /指标2项1待填1处$/);
    assert.match(await words(/业务学习/), /业务学习$/);
    assert.match(await words(/狠抓落实/), /1指标1项$/);
  });

  target.test('items run into a paragraph are listed and lead to their place', async ({ page }) => {
    await openReport(page, REPORT + '说明文字。\n'.repeat(80));
    await button(page, '列出段内的一是、二是').click();
    assert.deepEqual(await titles(page), ['强化学习', '政治学习', '学文件', '谈体会', '业务学习', '狠抓落实']);
    await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await outline(page).getByRole('button', { name: /谈体会/ }).click();
    await page.waitForFunction(() => document.activeElement.matches('article .selected') && document.activeElement.textContent.includes('二是'));
  });

  target.test('the outline is copied as indented text', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openReport(page, REPORT);
    await button(page, '复制提纲').click();
    await page.getByText('已复制提纲，共 4 行').first().waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(text.replace(/\r/g, ''), '一、强化学习\n　　（一）政治学习\n　　（二）业务学习\n二、狠抓落实\n');
  });

  target.test('a long outline is folded, and unfolds where one is', async ({ page }) => {
    const chapter = (i) => `第${i}章 工作\n${[1, 2, 3].map((k) => `${k}. 事项${i}之${k}\n说明文字。\n`).join('')}`;
    await openReport(page, `大报告\n${Array.from({ length: 400 }, (_, i) => chapter(i + 1)).join('')}`, '大报告.txt');
    await page.getByText('事项1之1').first().waitFor();
    assert.ok((await titles(page)).length < 410, 'one chapter is unfolded at most');
    assert.equal(await button(page, '全部展开').count(), 0);
    await button(page, '第300章的下级').click();
    assert.ok((await titles(page)).includes('事项300之2'));
  });
});
