import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/live';
import { useNow } from '../../ui/ticker';

/** How fresh the page is, at the right of the footer. */
export function HonestDot() {
  const { t } = useTranslation('warning');
  const live = useLive();
  const now = useNow();
  const seconds = Math.max(0, Math.round((now - live.heardAt) / 1000));
  return (
    <span className="row g8">
      <i className={live.connected ? 'live-dot' : 'live-dot cut'} />
      {live.connected ? t('honest.fresh', { seconds }) : t('honest.cut', { seconds })}
    </span>
  );
}
