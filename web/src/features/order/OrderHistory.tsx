import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/types';
import { noteInWords } from '../../ui/deedNote';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';

type Line = NonNullable<Order['events']>[number];

const service = 'order.ladder';

/** What happened to an order so far, oldest first. */
export function OrderHistory({ events }: { events: Line[] }) {
  const { t } = useTranslation('order');
  const { t: words } = useTranslation(['ui', 'order']);
  const now = useNow();
  const language = useLanguage();
  const noteOf = (line: Line) => (line.action === 'met' ? noteInWords(line.note, words) : (line.note ?? ''));
  return (
    <ol className="steps">
      {events.map((line) => (
        <li key={line.at + line.action}>
          <span className="num t3">{momentOf(line.at, language, now)}</span>
          <span>
            <span className="t2">{line.actor === service ? t('page.service') : line.actor}</span> {t(`event.${line.action}`)} {noteOf(line)}
          </span>
        </li>
      ))}
    </ol>
  );
}
