// A source file stays readable in one sitting: 350 lines at most.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const cap = 350;
const root = new URL('../src/', import.meta.url).pathname;

function sources(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

const long = sources(root).map((path) => [path.slice(root.length), readFileSync(path, 'utf8').split('\n').length]).filter(([, lines]) => lines > cap);
for (const [path, lines] of long) console.error(`${path}: ${lines} lines; split it below ${cap}`);
process.exit(long.length > 0 ? 1 : 0);
