import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WarningImport } from '../../api/types';
import { Button } from '../../ui/Button';
import { grouped } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { Waiting } from '../../ui/States';
import { codeWord } from './importWords';
import { useRejects } from './importApi';

const shownColumns = 8;

/** The rows to fix, as the user's own sheet: letters, row numbers, the bad cell marked, the remedy beside it. */
export function RejectSheet({ each }: { each: WarningImport }) {
  const { t } = useTranslation('warning');
  const [code, setCode] = useState('');
  const rejects = useRejects(each.id, code, each.rejected > 0);
  if (each.rejected === 0) return <p className="m t2">{t('import.noRejects')}</p>;
  const codes = rejects.data?.pages[0]?.codes ?? [];
  const items = rejects.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = each.columns.map((column, index) => ({ ...column, index })).filter((column) => column.field).slice(0, shownColumns);
  return (
    <div className="col g8">
      <div className="row g8 wrap">
        <h3>{t('import.rejects')}</h3>
        <Button small pressed={code === ''} onClick={() => setCode('')}>
          {t('import.all')} <b className="num">{grouped(each.rejected)}</b>
        </Button>
        {codes.map((reason) => (
          <Button key={reason.code} small pressed={code === reason.code} onClick={() => setCode(reason.code)}>
            {reason.word ?? codeWord(reason.code, t)} <b className="num">{grouped(reason.count)}</b>
          </Button>
        ))}
      </div>
      {rejects.isPending && <Waiting />}
      {items.length > 0 && (
        <div className="sheet" tabIndex={0} role="region" aria-label={t('import.rejects')}>
          <table>
            <thead>
              <tr>
                <th>
                  <span className="vh">{t('import.row')}</span>
                </th>
                {columns.map((column) => (
                  <th key={column.letter}>
                    {column.letter} {column.header}
                  </th>
                ))}
                <th>{t('import.comment')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={`${item.row}${item.code}${item.column ?? ''}`}>
                  <td className="rownum num">{grouped(item.row)}</td>
                  {columns.map((column) => (
                    <td key={column.letter} className={isBad(item, column) ? 'bad num' : 'num'}>
                      {item.cells[column.index] ?? ''}
                    </td>
                  ))}
                  <td className="comment">{item.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="row g8 wrap">
        <span className="why-line">
          <Icon name="lock" small />
          <span>{t('import.masked')}</span>
        </span>
        <span className="sp" />
        <span className="s t2">{t('import.shown', { shown: grouped(items.length) })}</span>
        {rejects.hasNextPage && (
          <Button small onClick={() => void rejects.fetchNextPage()}>
            {t('more', { ns: 'ui' })}
          </Button>
        )}
      </div>
    </div>
  );
}

function isBad(item: { column: string | null; letter?: string | null; header?: string | null }, column: { letter: string; header: string }): boolean {
  return item.letter ? item.letter === column.letter : item.column === column.letter || item.column === column.header;
}
