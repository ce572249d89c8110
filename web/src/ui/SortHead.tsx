import { useTranslation } from 'react-i18next';

interface SortHeadProps {
  word: string;
  /** The name the service knows the order by. */
  by: string;
  /** The order in force: a name, with a minus before it when it runs downwards. */
  order: string;
  onOrder: (order: string) => void;
  /** The first press sorts downwards: the latest, the most. */
  downFirst?: boolean;
  right?: boolean;
}

/** The head of a column that sorts its list; the service sorts, so that the whole list is meant and not this screen of it. */
export function SortHead({ word, by, order, onOrder, downFirst = false, right = false }: SortHeadProps) {
  const { t } = useTranslation('ui');
  const down = order === `-${by}`;
  const chosen = down || order === by;
  const next = chosen ? !down : downFirst;
  return (
    <th aria-sort={chosen ? (down ? 'descending' : 'ascending') : 'none'} className={right ? 'right' : undefined}>
      <button type="button" className={chosen ? 'sort chosen' : 'sort'} title={next ? t('sort.down', { word }) : t('sort.up', { word })} onClick={() => onOrder(next ? `-${by}` : by)}>
        {word}
        <span aria-hidden="true">{chosen ? (down ? '↓' : '↑') : '↕'}</span>
      </button>
    </th>
  );
}
