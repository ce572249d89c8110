import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../paths';
import { Failed } from '../../ui/States';
import { UndoLine } from '../../ui/UndoLine';
import { useDoing } from '../../ui/useDoing';
import { takeBack } from './api';

export interface Handed {
  orderId: string;
  title: string;
  unit: string;
}

/** An order that just went to another unit, and the way back while nobody there has signed for it. */
export function HandedOver({ handed, onDone }: { handed: Handed; onDone: () => void }) {
  const { t } = useTranslation('order');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const doing = useDoing();
  const undo = () =>
    doing.run(async () => {
      const back = await takeBack(handed.orderId);
      await queries.invalidateQueries({ queryKey: ['order'] });
      onDone();
      void navigate(paths.order(back.id));
    });
  return (
    <>
      <UndoLine busy={doing.busy} onUndo={() => void undo()} onClose={onDone}>
        {t('handedOver', { title: handed.title, unit: handed.unit })}
      </UndoLine>
      {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
    </>
  );
}
