// Takes pictures of the page with its sample report, for a person to look at:
//
//   npm run look              every picture, of the site
//   npm run look -- dark 320  some of them
//   npm run look -- --file    of the single file
import { open, openSample, keepScreenshot, publishTarget, ARTEFACTS } from './support.mjs';

const VIEWS = {
  wide: { viewport: { width: 1440, height: 900 } },
  320: { viewport: { width: 320, height: 720 } },
  768: { viewport: { width: 768, height: 1024 } },
  2560: { viewport: { width: 2560, height: 1440 } },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
};

const words = process.argv.slice(2);
const target = await publishTarget(words.includes('--file') ? 'file' : 'site');
const names = Object.keys(VIEWS).filter((name) => words.includes(name));
try {
  for (const name of names.length ? names : Object.keys(VIEWS)) {
    const { page, context, problems } = await open(target, VIEWS[name]);
    const start = await keepScreenshot(page, `look ${name} start`);
    const sample = (await openSample(page)) ? await keepScreenshot(page, `look ${name} sample`) : 'no sample offered';
    console.log([name, start, sample, ...(await problems())].join('\n  '));
    await context.close();
  }
  console.log(`pictures are in ${ARTEFACTS}`);
} finally {
  await target.close();
}
