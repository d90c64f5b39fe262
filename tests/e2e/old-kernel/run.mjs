// Opens dist/hegao.html in a real Chromium 92 (July 2021), over file://, and checks that page,
// worker and sample report work there and that text still does not become code.
//
//   cargo xtask dist && cd tests/e2e/old-kernel && npm ci --legacy-peer-deps && npm test
//
// Linux on x86-64 only, and not part of `cargo xtask test`: the browser weighs 47 MB and wants
// shared libraries (those that Debian's `chromium` brings). Playwright does not drive a kernel
// this old, so this speaks the DevTools protocol itself.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import WebSocket from 'ws';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PACKAGE = path.join(HERE, 'node_modules/chrome-aws-lambda');
const FILE = path.resolve(HERE, '../../../dist/hegao.html');
const DOCX = path.resolve(HERE, '../../fixtures/formats/report.docx');

/** The browser, unpacked once beside its package. */
function unpack() {
  const program = path.join(PACKAGE, 'bin/chromium');
  if (!existsSync(program)) {
    writeFileSync(program, brotliDecompressSync(readFileSync(`${program}.br`)));
    chmodSync(program, 0o755);
  }
  return program;
}

/** Starts the browser and waits for the port that it wrote down. */
async function start(profile) {
  const program = unpack();
  const browser = spawn(program, [
    '--headless', '--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote',
    '--disable-background-networking', '--disable-dev-shm-usage',
    `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank',
  ], { stdio: 'ignore' });
  const file = path.join(profile, 'DevToolsActivePort');
  for (let turn = 0; turn < 100; turn += 1) {
    const port = existsSync(file) && readFileSync(file, 'utf8').split('\n')[0];
    if (port) return { browser, port };
    await sleep(200);
  }
  browser.kill();
  throw new Error(`the browser did not start: run ${program} by hand to see why`);
}

/** A function that evaluates an expression in the page and returns its value. */
async function connect(port) {
  const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const socket = new WebSocket(targets.find((target) => target.type === 'page').webSocketDebuggerUrl);
  await new Promise((resolve) => socket.once('open', resolve));
  let last = 0;
  const send = (method, params) => new Promise((resolve) => {
    const id = ++last;
    const hear = (data) => {
      const message = JSON.parse(data);
      if (message.id !== id) return;
      socket.off('message', hear);
      resolve(message.result);
    };
    socket.on('message', hear);
    socket.send(JSON.stringify({ id, method, params }));
  });
  const evaluate = async (body) => {
    const expression = `(async () => { ${body} })()`;
    const asked = send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    // What is asked while the page changes is never answered.
    const { result } = await Promise.race([asked, sleep(10_000, { result: {} })]);
    return result?.value ?? result?.description;
  };
  return { send, evaluate };
}

/** Evaluates `body` until it is truthy, for at most twenty seconds. */
async function until(evaluate, body) {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await evaluate(body) === true) return;
    await sleep(200);
  }
  throw new Error(`still not so: ${body}\n${await evaluate('return document.body.innerText')}`);
}

const CHECKS = {
  'the page starts': ({ evaluate }) =>
    until(evaluate, "return !!document.querySelector('#app > :not(.boot)')"),
  'a worker runs the same module': async ({ evaluate }) => assert.equal(await evaluate(`
    return new Promise((resolve) => {
      const worker = hegaoHost.spawnWorker();
      worker.onmessage = () => resolve('ready');
      worker.onerror = (event) => resolve(event.message);
    })`), 'ready'),
  // Here 'unsafe-eval' is in force, for wasm needs it; Trusted Types close what it opens.
  'text never becomes code': async ({ evaluate }) => assert.equal(await evaluate(`
    return new Promise((resolve) => setTimeout(() => {
      try { eval('1'); resolve('allowed'); } catch (error) { resolve(error.name); }
    }))`), 'EvalError'),
  'the sample report is read': async ({ evaluate }) => {
    await evaluate("[...document.querySelectorAll('button')].find((button) => /示例|样例/.test(button.innerText)).click()");
    await until(evaluate, 'return document.body.innerText.length > 1500');
  },
  'a docx is read by the second module': async ({ evaluate }) => {
    const base64 = readFileSync(DOCX).toString('base64');
    await evaluate(`
      const bytes = Uint8Array.from(atob('${base64}'), (c) => c.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'report.docx'));
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));`);
    await until(evaluate, "return document.querySelector('.report-name').innerText === 'report.docx'");
  },
};

const profile = mkdtempSync(path.join(os.tmpdir(), 'hegao-old-'));
const { browser, port } = await start(profile);
let failed = 0;
try {
  const page = await connect(port);
  await page.send('Page.navigate', { url: pathToFileURL(FILE).href });
  await sleep(500);
  console.log(await page.evaluate('return navigator.userAgent'));
  for (const [name, check] of Object.entries(CHECKS)) {
    const error = await check(page).then(() => null, (error) => error);
    console.log(`${error ? '✖' : '✔'} ${name}${error ? `\n${error.message}` : ''}`);
    failed += error ? 1 : 0;
  }
} finally {
  browser.kill();
  await new Promise((resolve) => browser.once('exit', resolve));
  rmSync(profile, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
