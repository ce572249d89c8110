import { CutOffError } from '../../api/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { OpenedEpisode } from '../../api/types';
import { paths } from '../../paths';
import { serverNow, useNow } from '../../ui/ticker';
import { CodeTab } from './CodeTab';
import { openForVisit, useCovered, useFieldOrder } from './data';
import { FieldFrame } from './FieldFrame';
import { kindKey } from './OrderListPage';
import { useOutbox, writeDown } from './outbox';
import { OutcomeTab } from './OutcomeTab';
import { SayTab } from './SayTab';
import { EndedScreen, trackKinds, TrackScreen } from './TrackScreen';
import { WhoTab } from './WhoTab';

const tabs = ['who', 'say', 'code', 'outcome'] as const;
type Tab = (typeof tabs)[number];

const openFor = 30 * 60_000;

/** One order in four tabs, one job each. An opened person covers itself again after half an hour. */
export function OrderScreen() {
  const { t } = useTranslation('field');
  const { id = '' } = useParams();
  const [address] = useSearchParams();
  const now = useNow();
  const found = useFieldOrder(id);
  const order = found.data?.value;
  const covered = useCovered(order);
  const outbox = useOutbox();
  const [opened, setOpened] = useState<{ content: OpenedEpisode; at: number }>();
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const tab: Tab = tabs.find((each) => each === address.get('tab')) ?? 'who';
  const shown = opened && now - opened.at < openFor ? opened : undefined;
  const signed = Boolean(order?.signedAt) || order?.state !== 'issued' || outbox.some((each) => each.orderId === id && each.name === 'sign' && each.state !== 'returned');
  const to = (next: Tab) => `${paths.fieldOrder(id)}?tab=${next}`;
  const open = async () => {
    if (!order || busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      setOpened({ content: await openForVisit(order), at: serverNow() });
    } catch (error) {
      setRefused(error instanceof Error && !(error instanceof CutOffError) ? error.message : t('cutShort'));
    } finally {
      setBusy(false);
    }
  };
  const mainKey = !order ? null : !signed ? (
    <button type="button" className="f-key main" onClick={() => void writeDown('sign', order.title, `/api/order/orders/${id}/sign`, {}, id)}>
      {t('list.sign')}
    </button>
  ) : tab === 'who' && !shown && order.subject.module === 'warning' ? (
    <button type="button" className="f-key main" aria-busy={busy || undefined} onClick={() => void open()}>
      {busy ? t('who.opening') : t('who.open')}
    </button>
  ) : tab === 'outcome' ? undefined : (
    <Link className="f-key main" to={to(tab === 'say' ? 'code' : tab === 'code' ? 'outcome' : 'say')}>
      {tab === 'say' ? t('say.show') : tab === 'code' ? t('code.checked') : t('tabs.say')}
    </Link>
  );
  const frame = {
    title: order ? t(`kind.${kindKey(order.kind)}`) : '',
    back: paths.field,
    order,
    listAt: found.data?.at,
    stale: found.data?.stale ?? found.isError,
    tabs: (
      <nav className="f-tabs">
        {tabs.map((each) => (
          <Link key={each} to={to(each)} replace aria-current={each === tab ? 'page' : undefined}>
            {t(`tabs.${each}`)}
          </Link>
        ))}
      </nav>
    ),
  };
  if (order?.state === 'withdrawn') return <EndedScreen order={order} frame={frame} />;
  if (order && trackKinds.includes(order.kind)) return <TrackScreen order={order} signed={signed} frame={{ ...frame, tabs: undefined }} />;
  if (order && tab === 'outcome') return <OutcomeTab order={order} episode={covered.data?.value} frame={frame} />;
  return (
    <FieldFrame {...frame} mainKey={mainKey}>
      {!order && <p className="f-quiet">{found.isError ? found.error.message : t('list.waiting')}</p>}
      {order && tab === 'who' && <WhoTab order={order} episode={covered.data?.value} opened={shown} signed={signed} refused={refused} />}
      {order && tab === 'say' && <SayTab episode={covered.data?.value} />}
      {order && tab === 'code' && <CodeTab order={order} opened={shown?.content} />}
    </FieldFrame>
  );
}
