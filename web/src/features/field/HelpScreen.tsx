import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { timeWithSeconds } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { useNow } from '../../ui/ticker';
import { useOutbox } from './outbox';

/** Help was pressed: the whole screen says so, and says honestly who knows and who does not. */
export function HelpScreen() {
  const { t } = useTranslation('field');
  const [address] = useSearchParams();
  const all = useOutbox();
  useNow();
  const mine = all.find((each) => each.key === address.get('key'));
  const received = mine?.state === 'received';
  const order = received ? t('help.orderSent', { number: mine.receipt ?? '' }) : mine?.state === 'returned' ? t('help.orderReturned', { why: mine.why ?? '' }) : t('help.orderStored');
  if (!address.has('key')) {
    return (
      <main className="f-alarm">
        <h1>{t('help.none')}</h1>
        <p>{t('help.noneWhy')}</p>
        <Call />
      </main>
    );
  }
  return (
    <main className="f-alarm">
      <h1>
        {t('help.title')}
        <br />
        {received ? t('help.confirmed') : t('help.unconfirmed')}
      </h1>
      {mine && <p>{t('help.at', { time: timeWithSeconds(mine.writtenAt) })}</p>}
      <ul>
        <li>
          <Icon name={navigator.onLine ? 'check' : 'close'} /> {t('help.net', { state: navigator.onLine ? t('help.netOn') : t('help.netOff') })}
        </li>
        <li>
          <Icon name="upload" /> {t('help.order', { state: order })}
        </li>
      </ul>
      <Call />
    </main>
  );
}

function Call() {
  const { t } = useTranslation('field');
  const navigate = useNavigate();
  const [address] = useSearchParams();
  return (
    <>
      <a className="f-key white" href="tel:110">
        <Icon name="phone" /> {t('help.call')}
      </a>
      <button type="button" className="f-key ghost" onClick={() => void navigate(-1)}>
        {address.has('key') ? t('help.back') : t('back')}
      </button>
    </>
  );
}
