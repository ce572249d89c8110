import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { actionOf } from '../../api/actions';
import { download } from '../../api/download';
import { useMe } from '../../api/session';
import { Button } from '../../ui/Button';
import { FilterSelect } from '../../ui/FilterSelect';
import { fullMomentOf } from '../../ui/format';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { useKeys } from '../../ui/useKeys';
import { useFigures, workbookPath, type Asked, type FigureBoard } from './api';
import { BehindPanel } from './BehindPanel';
import { ComparisonPanel } from './ComparisonPanel';
import { monthBeside } from './figures';
import { FigureCards } from './FigureCards';
import { SourceTable } from './SourceTable';
import { TrendChart } from './TrendChart';
import { UnitTable } from './UnitTable';
import './indicator.css';

const names = ['unit', 'month', 'figure', 'rows', 'view'] as const;

/** The figures of a unit and a month: what matters first, then each with its formula, its months, its units and what lies behind it. */
export function FiguresPage() {
  const { t } = useTranslation('indicator');
  const me = useMe();
  const [address, setAddress] = useSearchParams();
  const doing = useDoing();
  const chosen = Object.fromEntries(names.map((name) => [name, address.get(name) ?? undefined]));
  const asked: Asked = { unit: chosen['unit'], month: chosen['month'] };
  const found = useFigures(asked);
  const board = found.data;
  const set = (changes: Record<string, string | undefined>) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  const works = chosen['view'] === 'works';
  const beside = (step: 1 | -1) => {
    const month = board && monthBeside(board.months, board.month, step);
    if (month) set({ month, rows: undefined });
  };
  useKeys({ '[': () => beside(1), ']': () => beside(-1), v: () => set({ view: works ? undefined : 'works' }) });
  return (
    <PageFrame
      flowing
      title={t('title')}
      tabs={
        <div className="tabs" role="group" aria-label={t('tabs')}>
          <button type="button" className="tab" aria-pressed={!works} onClick={() => set({ view: undefined })}>
            {t('tab.figures')}
          </button>
          <button type="button" className="tab" aria-pressed={works} onClick={() => set({ view: 'works' })}>
            {t('tab.works')}
          </button>
        </div>
      }
      actions={
        board &&
        !works && (
          <>
            <Button icon="download" busy={doing.busy} onClick={() => void doing.run(() => download(workbookPath, { ...asked }, `${board.month}.xlsx`))}>
              {t('workbook')}
            </Button>
            <Button icon="sheet" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        )
      }
      filters={
        board && (
          <>
            <FilterSelect word={t('unit')} value={asked.unit ?? ''} options={unitsOf(board, me.data?.unit.name ?? board.unit.name, asked.unit)} onChange={(unit) => set({ unit, rows: undefined })} />
            {!works && <FilterSelect word={t('month')} value={board.month} options={board.months.map((month) => ({ value: month, word: month }))} onChange={(month) => set({ month, rows: undefined })} />}
          </>
        )
      }
      keys={[
        { keys: ['[', ']'], word: t('key.month') },
        { keys: ['V'], word: t('key.view') },
      ]}
      honesty={board && (board.frozenAt ? t('frozenAt', { time: fullMomentOf(board.frozenAt) }) : t('running'))}
    >
      {doing.refused && <Failed title={t('failed', { ns: 'ui' })}>{doing.refused}</Failed>}
      {found.isPending && <Waiting rows={8} />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {works && <ComparisonPanel unit={asked.unit} />}
      {board && !works && <Figures board={board} asked={asked} figure={chosen['figure']} behind={chosen['rows']} set={set} />}
    </PageFrame>
  );
}

interface FiguresProps {
  board: FigureBoard;
  asked: Asked;
  figure: string | undefined;
  behind: string | undefined;
  set: (changes: Record<string, string | undefined>) => void;
}

function Figures({ board, asked, figure, behind, set }: FiguresProps) {
  const { t } = useTranslation('indicator');
  const whole = board.rows[0];
  const shown = board.figures.find((each) => each.id === figure) ?? board.figures[0];
  const opened = board.figures.find((each) => each.id === behind);
  const rows = actionOf(board.actions, 'rows');
  const warnings = whole?.values['warnings'];
  if (!whole || !shown || (warnings?.now?.n === 0 && !warnings.hidden)) {
    return (
      <div className="card pad">
        <Empty title={t('empty')}>{t('emptyWhy')}</Empty>
      </div>
    );
  }
  return (
    <div className="figures">
      <p className="print-only">
        {board.unit.name} · {board.month}
      </p>
      <FigureCards figures={board.figures} values={whole.values} shown={shown.id} rows={rows} onShow={(id) => set({ figure: id })} onRows={(id) => set({ rows: id })} />
      {opened && !rows.closed && <BehindPanel key={opened.id} asked={{ ...asked, month: board.month }} figure={opened} onClose={() => set({ rows: undefined })} />}
      <TrendChart figure={shown} trend={board.trend} />
      <UnitTable board={board} onUnit={(unit) => set({ unit, rows: undefined })} />
      {board.sources.length > 0 && <SourceTable sources={board.sources} />}
      <p className="m t2">{t('hiddenWhy')}</p>
    </div>
  );
}

/** The reader's own unit, the one that is looked at, and those below it. */
function unitsOf(board: FigureBoard, own: string, asked: string | undefined): { value: string; word: string }[] {
  const below = board.rows.filter((row) => !row.whole && row.unitId).map((row) => ({ value: row.unitId ?? '', word: row.name }));
  return [{ value: '', word: asked ? own : board.unit.name }, ...(asked ? [{ value: asked, word: board.unit.name }] : []), ...below];
}
