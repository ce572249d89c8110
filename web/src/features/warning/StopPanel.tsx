import { useTranslation } from 'react-i18next';
import type { Episode } from '../../api/types';
import type { StopRequest } from '../../api/trackTypes';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Clock } from '../../ui/Clock';
import { durationOf, momentOf, yuan } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { WhyLine } from '../../ui/Refusal';
import { useNow } from '../../ui/ticker';
import type { Opened } from './EpisodePage';

interface StopPanelProps {
  episode: Episode;
  opened: Opened | undefined;
  paid: boolean;
  onAsk: () => void;
}

/** Payments that wait to be stopped, each with its clock; they stay in sight until somebody has done it. */
export function StopPanel({ episode, opened, paid, onAsk }: StopPanelProps) {
  const { t } = useTranslation('track');
  if (episode.stopRequests.length === 0 && !paid) return null;
  return (
    <section aria-label={t('stop.panel')}>
      <h2 className="h3">{t('stop.panel')}</h2>
      {episode.stopRequests.map((request) => (
        <Waiting key={request.id} request={request} life={episode.moneyMoving} payment={opened?.content.payments?.find((each) => each.id === request.id)} />
      ))}
      {paid && episode.state !== 'closed' && (
        <Button kind="money" keyCap="Alt Z" onClick={onAsk}>
          {t('stop.now')}
        </Button>
      )}
    </section>
  );
}

type Payment = NonNullable<Opened['content']['payments']>[number];

function Waiting({ request, life, payment }: { request: StopRequest; life: boolean; payment: Payment | undefined }) {
  const { t } = useTranslation('track');
  const now = useNow();
  const language = useLanguage();
  const open = request.state === 'issued' || request.state === 'signed' || request.state === 'extension-asked';
  return (
    <div className="outcome-was" data-stop={request.state ?? 'unknown'}>
      <div className="row g8 wrap">
        <b className="num">{request.amountCents === null ? t('stop.amountOpen') : t('stop.yuan', { amount: yuan(request.amountCents) })}</b>
        <span className="sp" />
        <Chip kind={request.state === 'met' ? 'reached' : open ? 'undecided' : 'fact'}>{t(open ? (request.state === 'issued' ? 'stop.waiting' : 'stop.atWork') : 'stop.over')}</Chip>
      </div>
      <p className="s">{t('stop.gone', { time: momentOf(request.paidAt, language, now), duration: durationOf(now - Date.parse(request.paidAt), language) })}</p>
      <p className="s">{t('stop.with', { unit: request.holder ?? request.unit ?? '', by: request.by })}</p>
      {request.unit && !request.onDuty && <WhyLine>{t('stop.ownUnit', { unit: request.unit })}</WhyLine>}
      {payment && (
        <p className="s">
          {[payment.fromBank, payment.fromAccount].filter(Boolean).join(' ') || t('stop.unknown')} → {[payment.toBank, payment.toAccount, payment.toName].filter(Boolean).join(' ') || t('stop.unknown')}
        </p>
      )}
      {open && request.dueAt && <Clock facts={{ startedAt: request.askedAt, dueAt: request.dueAt, ending: '', life }} />}
    </div>
  );
}
