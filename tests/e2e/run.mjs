// Runs the specs: all of them, or those whose name contains one of the arguments.
// (`node --test <folder>` means different things in Node 20 and 22, a list of files does not.)
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const specs = fileURLToPath(new URL('./specs', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(specs)
  .filter((name) => name.endsWith('.spec.mjs'))
  .filter((name) => !wanted.length || wanted.some((part) => name.includes(part)))
  .sort()
  .map((name) => path.join(specs, name));
if (!files.length) {
  console.error(`no spec is named ${wanted.join(' or ')}`);
  process.exit(1);
}
const run = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...files], { stdio: 'inherit' });
process.exit(run.status ?? 1);
