import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import type { SimulatedMessage } from '../../api/deskTypes';
import type { Slice } from '../../api/types';
import { Button } from '../../ui/Button';
import { Chip, type ChipKind } from '../../ui/Chip';
import { momentOf, timeOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import './simulator.css';

const channels = ['sms', 'phone', 'call', 'push', 'email'] as const;
const states = ['queued', 'pending', 'sent', 'delivered', 'failed', 'answered', 'replied'] as const;
const kinds: Partial<Record<(typeof states)[number], ChipKind>> = { delivered: 'reached', answered: 'reached', replied: 'reached', failed: 'overdue', queued: 'notyet', pending: 'notyet' };

/** In the demo nothing leaves the machine; this is where it goes, and where the other side is played. */
export function SimulatorPage() {
  const { t } = useTranslation('notification');
  const [typed, setTyped] = useState('');
  const found = useInfiniteQuery({
    queryKey: ['notification', 'simulator', typed],
    queryFn: ({ pageParam }) => call<Slice<SimulatedMessage>>('/api/notification/simulator', { query: { q: typed, after: pageParam, size: 50 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 5_000,
  });
  const messages = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame
      flowing
      title={t('title')}
      filters={
        <>
          <p className="m t2">{t('why')}</p>
          <span className="sp" />
          <input className="input simulator-search" type="search" aria-label={t('search')} placeholder={t('search')} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </>
      }
    >
      {found.isPending && <Waiting />}
      {found.isError && <Failed title={t('failed')}>{found.error.message}</Failed>}
      {found.data && messages.length === 0 && <Empty title={t('empty')}>{t('emptyWhy')}</Empty>}
      <ul className="messages">
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
      {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{t('more', { ns: 'ui' })}</Button>}
    </PageFrame>
  );
}

function Message({ message }: { message: SimulatedMessage }) {
  const { t } = useTranslation('notification');
  const queries = useQueryClient();
  const now = useNow();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string>();
  const channel = channels.find((each) => each === message.channel.toLowerCase());
  const state = states.find((each) => each === message.state.toLowerCase());
  const act = async (path: string, body: unknown) => {
    setRefused(undefined);
    try {
      await call(`/api/notification/simulator/${message.id}/${path}`, { method: 'POST', body });
      setText('');
      await queries.invalidateQueries({ queryKey: ['notification'] });
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    }
  };
  return (
    <li className="card message">
      <div className="message-head">
        <span className="num t3">{momentOf(message.at, language, now)}</span>
        <b>{channel ? t(`channel.${channel}`) : message.channel}</b>
        <span className="mask num">{message.toMasked}</span>
        <span className="sp" />
        <Chip kind={(state && kinds[state]) ?? 'fact'}>{state ? t(`state.${state}`) : message.state}</Chip>
        {message.receiptAt && <span className="s t3">{t('receipt', { time: timeOf(message.receiptAt) })}</span>}
      </div>
      <p className="message-text">{message.text}</p>
      <details>
        <summary className="s t2">{t('reply')}</summary>
        <div className="row g8 wrap">
          <input className="input simulator-reply" aria-label={t('replyHint')} placeholder={t('replyHint')} value={text} onChange={(event) => setText(event.target.value)} />
          <Button small onClick={() => text.trim() && void act('reply', { text: text.trim() })}>
            {t('send')}
          </Button>
          <Button small onClick={() => void act('receipt', { state: 'delivered' })}>
            {t('delivered')}
          </Button>
          <Button small onClick={() => void act('receipt', { state: 'failed' })}>
            {t('failedReceipt')}
          </Button>
        </div>
      </details>
      {refused && <Failed title={t('failed')}>{refused}</Failed>}
    </li>
  );
}
