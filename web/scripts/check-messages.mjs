// Every text stands in both catalogues, with the same values in it, and no text stands anywhere else.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../src/', import.meta.url).pathname;
const complaints = [];

function flat(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );
}

function load(language, file) {
  return new Map(flat(JSON.parse(readFileSync(join(root, 'messages', language, file), 'utf8'))));
}

const valuesOf = (text) => [...text.matchAll(/\{\{?(\w+)\}?\}/g)].map((match) => match[1]).sort().join(' ');
const files = new Set([...readdirSync(join(root, 'messages/zh')), ...readdirSync(join(root, 'messages/en'))]);
const known = new Map();
for (const file of files) {
  const zh = load('zh', file);
  const en = load('en', file);
  known.set(file.replace('.json', ''), zh);
  for (const key of new Set([...zh.keys(), ...en.keys()])) {
    const [chinese, english] = [zh.get(key), en.get(key)];
    if (chinese === undefined) complaints.push(`zh/${file}: ${key} is missing`);
    else if (english === undefined) complaints.push(`en/${file}: ${key} is missing`);
    else {
      if (!chinese.trim() || !english.trim()) complaints.push(`${file}: ${key} is empty`);
      if (valuesOf(chinese) !== valuesOf(english)) complaints.push(`${file}: ${key} names different values in zh and en`);
      if (/\p{Script=Han}/u.test(english.replaceAll('中文', ''))) complaints.push(`en/${file}: ${key} is not English`);
    }
  }
}

function sources(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return ['messages', 'test'].includes(name) ? [] : sources(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

const withoutComments = (text) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
const wordsOfUnits = /ui\/format\.ts$/;
for (const path of sources(root)) {
  const text = withoutComments(readFileSync(path, 'utf8'));
  if (wordsOfUnits.test(path)) continue;
  for (const line of text.split('\n')) {
    if (/\p{Script=Han}/u.test(line)) complaints.push(`${path.slice(root.length)}: move this text to the catalogues: ${line.trim().slice(0, 80)}`);
  }
}

if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log(`${[...known.values()].reduce((sum, each) => sum + each.size, 0)} texts, complete in Chinese and English`);
