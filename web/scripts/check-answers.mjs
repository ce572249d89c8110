// What the service really answered, checked against the types the pages were written with: node check-answers.mjs FOLDER
// FOLDER holds one JSON file for each answer, {"path": "/api/…", "body": …}. The compiler says what differs; an answer of
// no known kind is a complaint, and so is a kind that was never seen, unless the pages ask for it on some days only.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const kinds = [
  [/^\/api\/organisation\/me$/, 'Me'],
  [/^\/api\/organisation\/sign-in$/, 'SignInOptions'],
  [/^\/api\/organisation\/units$/, 'Items<Unit>'],
  [/^\/api\/organisation\/units\/[^/]+$/, '{ unit: Unit } & Omit<UnitDetail, keyof Unit>'],
  [/^\/api\/organisation\/staff$/, 'Slice<Staff>'],
  [/^\/api\/organisation\/sessions$/, 'Items<Session>'],
  [/^\/api\/organisation\/duty$/, 'Items<Shift>'],
  [/^\/api\/organisation\/clients$/, 'Items<Client> & { scopes: string[] }'],
  [/^\/api\/order\/counts$/, 'OrderCounts'],
  [/^\/api\/order\/inbox$/, 'Slice<Order>'],
  [/^\/api\/order\/board$/, 'Board'],
  [/^\/api\/order\/orders\/[^/]+$/, 'Order'],
  [/^\/api\/order\/ladders$/, 'Items<Ladder>'],
  [/^\/api\/warning\/episodes$/, 'Slice<EpisodeRow>'],
  [/^\/api\/warning\/episodes\/counts$/, 'EpisodeCounts'],
  [/^\/api\/warning\/episodes\/[^/]+$/, 'Episode'],
  [/^\/api\/warning\/episodes\/[^/]+\/awakenings$/, 'Items<SessionLine>'],
  [/^\/api\/warning\/awakenings$/, 'Items<SessionLine>'],
  [/^\/api\/warning\/awakenings\/[^/]+$/, 'AwakeningSession'],
  [/^\/api\/warning\/imports$/, 'Slice<WarningImport>'],
  [/^\/api\/warning\/imports\/[^/]+$/, 'WarningImport'],
  [/^\/api\/warning\/imports\/[^/]+\/rejects$/, 'ImportRejects'],
  [/^\/api\/warning\/quarantine$/, 'QuarantinePage'],
  [/^\/api\/warning\/routing$/, 'Slice<RoutingItem>'],
  [/^\/api\/warning\/rules$/, 'Items<RuleVersion>'],
  [/^\/api\/warning\/scripts$/, 'Items<ScriptInUse>'],
  [/^\/api\/warning\/scripts\/[^/]+$/, 'Spoken'],
  [/^\/api\/warning\/scripts\/[^/]+\/versions$/, 'Items<ScriptVersion>'],
  [/^\/api\/warning\/wallboard$/, 'Wallboard'],
  [/^\/api\/indicator\/figures$/, 'FigureBoard'],
  [/^\/api\/indicator\/rows$/, 'Slice<BehindRow>'],
  [/^\/api\/indicator\/comparisons$/, 'ComparisonPage'],
  [/^\/api\/audit\/entries$/, 'Slice<AuditEntry>'],
  [/^\/api\/audit\/heads$/, 'Items<AuditHead>'],
  [/^\/api\/audit\/holds$/, 'Items<Hold>'],
  [/^\/api\/audit\/state$/, 'AuditState'],
  [/^\/api\/notification\/simulator$/, 'Slice<SimulatedMessage>'],
  [/^\/api\/place\/divisions$/, 'Items<{ code: string; name: string }>'],
  [/^\/api\/warning\/exports$/, 'Items<ExportRequest>'],
  [/^\/api\/place\/search$/, 'Items<FoundPlace>', 'some days'],
  [/^\/api\/place\/resolve$/, '{ candidates: PlaceCandidate[]; total: number; ambiguous: boolean }', 'some days'],
];

const folder = resolve(process.argv[2] ?? '.');
const root = new URL('..', import.meta.url).pathname;
const answers = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
const seen = new Set();
const lines = [
  `import type { Ladder } from './features/order/api';`,
  `import type { ScriptInUse, ScriptVersion, Spoken } from './features/warning/scriptApi';`,
  `import type { AwakeningSession, SessionLine } from './features/warning/awakening/awakeningApi';`,
  `import type { BehindRow, ComparisonPage, FigureBoard } from './features/indicator/api';`,
  `import type { ExportRequest } from './features/warning/exportApi';`,
  `import type { QuarantinePage } from './features/warning/quarantineApi';`,
  `import type { FoundPlace } from './api/directory';`,
  `import type { Board, Episode, EpisodeCounts, EpisodeRow, ImportRejects, Me, Order, OrderCounts, PlaceCandidate, SignInOptions, Slice, WarningImport } from './api/types';`,
  `import type { Client, Session, Shift, Staff, Unit, UnitDetail } from './api/unitTypes';`,
  `import type { AuditEntry, AuditHead, AuditState, Hold, RoutingItem, RuleVersion, SimulatedMessage, Wallboard } from './api/deskTypes';`,
  `type Items<T> = { items: T[] };`,
  `type Frozen<T> = T extends (infer E)[] ? readonly Frozen<E>[] : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;`,
  `declare function answers<T>(body: Frozen<T>): void;`,
];
const where = [];
const strangers = new Set();
for (const answer of answers) {
  const kind = kinds.find(([pattern]) => pattern.test(answer.path));
  if (!kind) {
    strangers.add(answer.path);
    continue;
  }
  seen.add(kind[1]);
  const name = `a${where.length}`;
  lines.push(`const ${name} = ${JSON.stringify(answer.body)} as const;`, `answers<${kind[1]}>(${name});`);
  where.push({ path: answer.path, type: kind[1], line: lines.length });
}

const file = join(root, 'src', 'answers.check.ts');
writeFileSync(file, lines.join('\n'));
let complaints = [];
try {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([file], { ...options, noEmit: true, noUnusedLocals: false });
  complaints = program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map((found) => {
      const line = ts.getLineAndCharacterOfPosition(found.file, found.start).line + 1;
      const answer = where.find((each) => each.line === line);
      return `${answer?.path ?? `line ${line}`} is no ${answer?.type ?? ''}: ${ts.flattenDiagnosticMessageText(found.messageText, '\n')}`;
    });
} finally {
  rmSync(file);
}
if (strangers.size > 0) complaints.push(`no type is known for ${[...strangers].join(', ')}: name one in this script`);
const missing = kinds.filter(([, type, seldom]) => !seen.has(type) && !seldom).map(([pattern]) => String(pattern));
if (missing.length > 0) complaints.push(`no answer was seen for ${missing.join(', ')}`);
if (complaints.length > 0) {
  console.error(complaints.join('\n\n'));
  process.exit(1);
}
console.log(`${where.length} answers of ${seen.size} kinds are as the pages expect them`);
