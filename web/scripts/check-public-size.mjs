// The citizens' page with everything it loads stays within 200 KB gzipped, fetches nothing foreign and carries no Ant Design.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const cap = 200 * 1024;
const dist = process.argv[2] ?? new URL('../dist/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const files = new Set(['index.html']);

function follow(key) {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const each of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(each);
  for (const each of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) follow(each);
}
follow('index.html');
if (existsSync(join(dist, 'mark.svg'))) files.add('mark.svg');

let sum = 0;
const complaints = [];
for (const file of files) {
  const bytes = readFileSync(join(dist, file));
  sum += gzipSync(bytes).length;
  if (/\bant-btn\b|antd/.test(bytes.toString('utf8'))) complaints.push(`${file} carries Ant Design`);
}
const page = readFileSync(join(dist, 'index.html'), 'utf8');
if (/(?:src|href)="(?:https?:)?\/\//.test(page)) complaints.push('index.html names a foreign origin');
if (/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle="|\son\w+="/.test(page)) complaints.push('index.html has inline script or style');
if (sum > cap) complaints.push(`the public page weighs ${sum} bytes gzipped; the cap is ${cap}`);
console.log(`public page: ${files.size} files, ${(sum / 1024).toFixed(1)} KB gzipped of 200`);
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
