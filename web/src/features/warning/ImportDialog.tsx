import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import type { WarningImport } from '../../api/types';
import { Chip } from '../../ui/Chip';
import { Dialog } from '../../ui/Dialog';
import { Equation, SplitBar, type Term } from '../../ui/Equation';
import { grouped } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { KeyCap } from '../../ui/KeyCap';
import { ProgressBar } from '../../ui/ProgressBar';
import { ActionButton, WhyLine } from '../../ui/Refusal';
import { Failed, Waiting } from '../../ui/States';
import { useKeys } from '../../ui/useKeys';
import { fieldWord } from './importWords';
import { importAct, isBusy, useImport, workbookOf } from './importApi';
import { RejectSheet } from './RejectSheet';

/** One import: the dry run, the equation, the progress, the rows to fix, and what may be done with it. */
export function ImportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('warning');
  const queries = useQueryClient();
  const found = useImport(id);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const each = found.data;
  const act = async (name: 'confirm' | 'cancel' | 'undo') => {
    if (busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      await importAct(id, name);
      await queries.invalidateQueries({ queryKey: ['import'] });
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    } finally {
      setBusy(false);
    }
  };
  useKeys({ s: () => each && each.rejected > 0 && window.location.assign(workbookOf(id)) }, true);
  return (
    <Dialog title={t('import.title')} width={1144} onClose={onClose} closeWord={each && isBusy(each) ? t('import.background') : t('close', { ns: 'ui' })} head={each && <Steps state={each.state} />} foot={each && <Foot each={each} busy={busy} onAct={(name) => void act(name)} />}>
      {!each && (found.isError ? <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed> : <Waiting />)}
      {each && (
        <div className="col g16">
          <FileLine each={each} />
          {each.state === 'failed' && <Failed title={t('import.state.failed')}>{each.message}</Failed>}
          {each.state !== 'reading' && each.state !== 'failed' && <Sum each={each} />}
          {isBusy(each) && (
            <div className="progress-box">
              <ProgressBar
                word={each.state === 'reading' ? t('import.reading') : t('import.writing')}
                done={each.processed}
                whole={Math.max(each.rows, each.processed)}
                unit={t('import.row')}
                perSecond={each.perSecond ?? undefined}
                secondsLeft={each.secondsLeft ?? undefined}
              >
                {each.state === 'reading' ? t('import.readingNote') : t('import.writingNote')}
              </ProgressBar>
            </div>
          )}
          {refused && <Failed title={t('import.failed')}>{refused}</Failed>}
          {each.state !== 'reading' && each.state !== 'failed' && <RejectSheet each={each} />}
        </div>
      )}
    </Dialog>
  );
}

const steps = ['choose', 'dry', 'write'] as const;

function Steps({ state }: { state: WarningImport['state'] }) {
  const { t } = useTranslation('warning');
  const at = state === 'writing' || state === 'done' || state === 'undone' ? 2 : 1;
  const done = state === 'done';
  return (
    <ol className="import-steps">
      {steps.map((step, index) => (
        <li key={step} className={index < at || done ? 'done' : index === at ? 'now' : ''} aria-current={index === at ? 'step' : undefined}>
          <i aria-hidden="true">{index < at || done ? '✓' : index + 1}</i>
          {t(`import.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function FileLine({ each }: { each: WarningImport }) {
  const { t } = useTranslation('warning');
  const known = each.columns.filter((column) => column.field).length;
  return (
    <div>
      <div className="row g12 wrap">
        <span className="t-accent">
          <Icon name="sheet" />
        </span>
        <b>{each.fileName}</b>
        <span className="m t2">
          {[megabytes(each.bytes), each.sheet && t('import.sheet', { sheet: each.sheet }), each.columns.length > 0 && t('import.columns', { known, all: each.columns.length })].filter(Boolean).join(' · ')}
        </span>
      </div>
      {each.columns.length > 0 && (
        <details className="columns">
          <summary className="m">{t('import.seeColumns')}</summary>
          <ul className="chips wrap">
            {each.columns.map((column) => (
              <li key={column.letter}>
                <Chip kind={column.field ? 'reached' : column.stopped || column.state === 'stopped' ? 'undecided' : 'fact'}>
                  <b>{column.letter}</b> {column.header}{' '}
                  {column.field ? t('import.columnTo', { field: fieldWord(column.field, t) }) : column.stopped || column.state === 'stopped' ? t('import.columnStopped') : t('import.columnKept')}
                </Chip>
              </li>
            ))}
          </ul>
        </details>
      )}
      {each.keptHandled ? <p className="s t2">{t('import.kept', { count: each.keptHandled })}</p> : null}
      {each.stopListCells > 0 && <p className="s t2">{t('import.stopList', { count: each.stopListCells, formatted: grouped(each.stopListCells) })}</p>}
    </div>
  );
}

function Sum({ each }: { each: WarningImport }) {
  const { t } = useTranslation('warning');
  const base: Term[] = [
    { key: 'accepted', word: t('import.accepted'), figure: each.accepted },
    { key: 'merged', word: t('import.merged'), figure: each.merged },
    { key: 'history', word: t('import.historyTerm'), figure: each.history },
    { key: 'rejected', word: t('import.rejected'), figure: each.rejected, undecided: each.rejected > 0 },
  ];
  const without = base.reduce((sum, term) => sum + term.figure, 0);
  const parts = each.duplicate > 0 && without + each.duplicate === each.rows ? [...base.slice(0, 3), { key: 'duplicate', word: t('import.duplicate'), figure: each.duplicate }, ...base.slice(3)] : base;
  const tones: Record<string, string> = { accepted: 'accent', merged: 'accent-line', history: 'bar3', duplicate: 'bar4', rejected: 'ochre' };
  return (
    <div className="col g8">
      <Equation whole={{ key: 'rows', word: t('import.read'), figure: each.rows }} parts={parts} equalWord={t('import.equal')} unequalWord={t('import.unequal')} because={t('import.because')} />
      <SplitBar parts={parts.map((part) => ({ key: part.key, figure: part.figure, tone: tones[part.key] ?? 'bar4' }))} />
    </div>
  );
}

function Foot({ each, busy, onAct }: { each: WarningImport; busy: boolean; onAct: (name: 'confirm' | 'cancel' | 'undo') => void }) {
  const { t } = useTranslation('warning');
  const confirm = actionOf(each.actions, 'confirm');
  const cancel = actionOf(each.actions, 'cancel');
  const undo = actionOf(each.actions, 'undo');
  const workbook = each.rejected > 0 && each.state !== 'reading' && each.state !== 'failed';
  return (
    <>
      <div>
        <p className="m">{t('import.batch', { number: each.number })}</p>
        {each.state === 'dry-run-done' && <WhyLine>{t('import.confirmNote')}</WhyLine>}
        {each.state === 'done' && undo.offered && <WhyLine>{t('import.undoNote')}</WhyLine>}
      </div>
      <span className="sp" />
      {cancel.offered && !cancel.closed && <ActionButton onClick={() => onAct('cancel')}>{each.state === 'writing' ? t('import.stop') : t('import.cancel')}</ActionButton>}
      {each.state === 'done' && undo.offered && (
        <ActionButton closed={undo.closed} onClick={() => onAct('undo')}>
          {t('import.undo')}
        </ActionButton>
      )}
      {workbook && (
        <a className={each.state === 'dry-run-done' ? 'btn' : 'btn primary'} href={workbookOf(each.id)} download>
          <Icon name="download" small />
          {t('import.workbook')}
          <KeyCap>S</KeyCap>
        </a>
      )}
      {each.state === 'dry-run-done' && (
        <ActionButton kind="primary" busy={busy} closed={confirm.closed} onClick={() => onAct('confirm')}>
          {t('import.confirm', { count: each.rows - each.rejected, formatted: grouped(each.rows - each.rejected) })}
        </ActionButton>
      )}
    </>
  );
}

function megabytes(bytes: number): string {
  return bytes > 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
