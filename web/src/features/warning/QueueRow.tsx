import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import type { EpisodeRow } from '../../api/types';
import { Chip, WhyChips } from '../../ui/Chip';
import { Clock } from '../../ui/Clock';
import { ageOf, momentOf, yuan } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { useNow } from '../../ui/ticker';
import { Track } from '../../ui/Track';
import { clockOf, tracksOf, whyOf } from './facts';
import { outcomeKinds } from './outcomeKinds';

interface QueueRowProps {
  row: EpisodeRow;
  selected: boolean;
  onSelect: () => void;
  onOpen: () => void;
}

export function QueueRow({ row, selected, onSelect, onOpen }: QueueRowProps) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const pinned = row.unsignedOrders > 0;
  const me = useMe();
  const unit = row.holder?.unit === me.data?.unit.name && row.holder ? t('row.ownUnit') : (row.holder?.unit ?? t('row.nobody'));
  return (
    <tr aria-selected={selected} className={pinned ? 'unsigned' : undefined} onClick={onSelect} onDoubleClick={onOpen}>
      <td className="score">{row.rank === null || (row.place === null && row.rank === 0) ? '—' : row.rank}</td>
      <td className="who">
        <button type="button" className="row-open" onClick={onSelect} onDoubleClick={onOpen}>
          <b>{row.nameMasked}</b> <span className="t2">{personOf(row, t)}</span>
        </button>
        <small title={row.place?.name}>{placeWord(row) ?? t('row.placeOpen')}</small>
      </td>
      <td className="kind">
        <span title={row.scamTypeName ?? undefined}>{row.scamTypeName ?? t('row.kindOpen')}</span>
        <small>
          {t('row.signals', { count: row.signals })} · {ageOf(row.lastSignalAt, now, language)}
        </small>
      </td>
      <td className="right amount">
        <b className="num">{row.amountCents === null ? '—' : yuan(row.amountCents)}</b>
        <small>{row.amountCents === null ? t('row.amountOpen') : row.moneyMoving ? t('row.moving') : t('row.about')}</small>
      </td>
      <td className="why">
        {row.place === null && !row.rank ? (
          <span className="chips">
            <Chip kind="undecided">{t('row.placeChip')}</Chip>
          </span>
        ) : (
          <WhyChips rules={whyOf(row.why, row.moneyMoving)} score={row.rank ?? 0} restWord={t('row.rest')} />
        )}
      </td>
      <td className="ways">
        {row.state === 'closed' ? <CameOf row={row} /> : <Track tracks={tracksOf(row, { letter: (key) => t(`track.letter.${key}`), name: (key) => t(`track.name.${key}`), state: (state) => t(`track.state.${state}`) })} />}
      </td>
      <td className="holder">
        <span title={row.holder?.unit}>{pinned ? unit : (row.holder?.staff ?? unit)}</span>
        <small>{pinned ? t('row.unsigned', { count: row.unsignedOrders }) : stateWord(row.state, t)}</small>
      </td>
      <td className="due">{row.clock ? <Clock facts={clockOf(row.clock)} /> : <span className="t3">{row.closedAt ? momentOf(row.closedAt, language, now) : row.state === 'closed' ? '' : t('row.noClock')}</span>}</td>
    </tr>
  );
}

/** How a closed one ended, and what was saved by it. */
function CameOf({ row }: { row: EpisodeRow }) {
  const { t } = useTranslation('warning');
  const known = outcomeKinds.find((each) => each.kind === row.outcomeKind);
  return (
    <>
      <span>{known ? t(`outcome.kinds.${known.kind}`) : '—'}</span>
      {Boolean(row.savedCents) && <small className="num">{t('outcome.savedWas', { amount: yuan(row.savedCents ?? 0) })}</small>}
    </>
  );
}

/** County and street, where the service knows the reader's own city. */
export function placeWord(row: Pick<EpisodeRow, 'place'>): string | undefined {
  return row.place?.shortName ?? row.place?.name;
}

type T = ReturnType<typeof useTranslation<'warning'>>['t'];

export function personOf(row: Pick<EpisodeRow, 'gender' | 'ageDecade'>, t: T): string {
  const gender = ['F', 'FEMALE', '\u5973'].includes(row.gender?.toUpperCase() ?? '') ? t('gender.female') : row.gender ? t('gender.male') : '';
  const age = row.ageDecade === null || row.ageDecade === undefined ? '' : t('age', { decade: row.ageDecade });
  return [gender, age].filter(Boolean).join(' ');
}

const states = ['routing', 'open', 'working', 'searching', 'handing-over', 'follow-up', 'closed', 'history'] as const;

export function stateWord(state: string, t: T): string {
  const known = states.find((each) => each === state.toLowerCase().replaceAll('_', '-'));
  return known ? t(`state.${known}`) : state;
}
