import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WarningImport } from '../../api/types';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Chip, type ChipKind } from '../../ui/Chip';
import { grouped, momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { SortHead } from '../../ui/SortHead';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useImports } from './importApi';

const kinds: Record<WarningImport['state'], ChipKind> = { reading: 'fact', 'dry-run-done': 'undecided', writing: 'reached', done: 'reached', failed: 'overdue', undone: 'notyet', cancelled: 'notyet' };
const figures = ['accepted', 'merged', 'history'] as const;

/** What was imported before: the latest first, or in the order of a column. */
export function ImportHistory() {
  const { t } = useTranslation('warning');
  const [order, setOrder] = useState('-at');
  const imports = useImports(order);
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  const sorting = { order, onOrder: setOrder };
  return (
    <section className="card list-card">
      <h2 className="pad">{t('import.history')}</h2>
      {imports.isPending && <Waiting rows={4} />}
      {imports.data && items.length === 0 && (
        <div className="pad">
          <Empty title={t('import.historyEmpty')}>{t('import.historyWhy')}</Empty>
        </div>
      )}
      {imports.isError && <Failed title={t('failed', { ns: 'ui' })}>{imports.error.message}</Failed>}
      {items.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('import.history')}>
          <table className="tbl imports stack">
            <thead>
              <tr>
                <SortHead {...sorting} by="file" word={t('import.column.file')} />
                <th>{t('import.column.state')}</th>
                <SortHead {...sorting} by="rows" downFirst right word={t('import.column.rows')} />
                {figures.map((each) => (
                  <th key={each} className="right">
                    {t(`import.column.${each}`)}
                  </th>
                ))}
                <SortHead {...sorting} by="rejected" downFirst right word={t('import.column.rejected')} />
                <SortHead {...sorting} by="at" downFirst word={t('import.column.at')} />
              </tr>
            </thead>
            <tbody>
              {items.map((each) => (
                <Row key={each.id} each={each} />
              ))}
            </tbody>
          </table>
          {imports.hasNextPage && (
            <div className="row more">
              <Button small onClick={() => void imports.fetchNextPage()}>
                {t('more', { ns: 'ui' })}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function Row({ each }: { each: WarningImport }) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  return (
    <tr>
      <td>
        <Link to={paths.importOf(each.id)}>{each.fileName}</Link>
        <small>{each.number}</small>
      </td>
      <td>
        <Chip kind={kinds[each.state] ?? 'fact'}>{t(`import.state.${each.state}`)}</Chip>
      </td>
      {(['rows', ...figures, 'rejected'] as const).map((figure) => (
        <td key={figure} className="right num" data-word={t(`import.column.${figure}`)}>
          {grouped(each[figure])}
        </td>
      ))}
      <td>
        {each.madeAt ? momentOf(each.madeAt, language, now) : ''}
        <small>{each.madeBy ?? ''}</small>
      </td>
    </tr>
  );
}
