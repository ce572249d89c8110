import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallerCode, OpenedEpisode, Order } from '../../api/types';
import { paths } from '../../paths';
import { timeOf } from '../../ui/format';
import { useNow } from '../../ui/ticker';
import { makeCode } from './data';

/** The code on the officer's phone, for the phone of the person visited. It proves the officer, once. */
export function CodeTab({ order, opened }: { order: Order; opened: OpenedEpisode | undefined }) {
  const { t } = useTranslation('field');
  const now = useNow();
  const [code, setCode] = useState<CallerCode>();
  const [refused, setRefused] = useState<string>();
  const make = async (phoneId: string) => {
    setRefused(undefined);
    try {
      setCode(await makeCode(order, phoneId));
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    }
  };
  const gone = code && Date.parse(code.validUntil) <= now;
  const address = `${location.origin}${paths.verify}`;
  return (
    <div className="f-code">
      {!opened && !code && <p className="f-card">{t('code.needOpen')}</p>}
      {opened && (!code || gone) && (
        <div className="f-card">
          {gone && <b>{t('code.expired')}</b>}
          <span className="f-small">{t('code.which')}</span>
          {opened.phones.map((phone) => (
            <button key={phone.id} type="button" className="f-key plain" onClick={() => void make(phone.id)}>
              {t('code.make')} · {t('who.tail', { owner: phone.owner ?? t('who.self'), tail: phone.masked.slice(-4) })}
            </button>
          ))}
        </div>
      )}
      {refused && (
        <p className="f-card" role="alert">
          {t('code.failed')} {refused}
        </p>
      )}
      {code && !gone && (
        <>
          <h2>{t('code.title')}</h2>
          <div className="f-qr">
            <QRCodeSVG value={`${address}#${code.code}`} size={232} marginSize={2} bgColor="#ffffff" fgColor="#000000" title={t('code.title')} />
          </div>
          <p className="f-small">{t('code.read')}</p>
          <b className="f-digits num">
            {code.code.slice(0, 3)} {code.code.slice(3)}
          </b>
          <p>{t('code.who', { lastFour: code.lastFour })}</p>
          <b>{t('code.until', { time: timeOf(code.validUntil) })}</b>
          <p className="f-small">{t('code.why')}</p>
        </>
      )}
    </div>
  );
}
