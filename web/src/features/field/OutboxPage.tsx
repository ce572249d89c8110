import { useTranslation } from 'react-i18next';
import { paths } from '../../paths';
import { timeOf } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { FieldFrame } from './FieldFrame';
import { useMyOrders } from './data';
import { drop, sendAgain, useOutbox, type Mutation } from './outbox';

/** What is on this phone, what is being sent, what was received with its number, what came back and why. */
export function OutboxPage() {
  const { t } = useTranslation('field');
  const all = useOutbox();
  const list = useMyOrders();
  const waiting = all.filter((each) => each.state !== 'received');
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(waiting, null, 2)], { type: 'application/json' }));
    link.download = t('outbox.file');
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <FieldFrame
      title={t('outbox.title')}
      back={paths.field}
      listAt={list.data?.at}
      stale={list.data?.stale ?? list.isError}
      mainKey={
        <button type="button" className="f-key plain" onClick={save}>
          {t('outbox.save')}
        </button>
      }
    >
      {waiting.length === 0 && (
        <div className="f-card">
          <b>{t('outbox.empty')}</b>
          <p>{t('outbox.emptyWhy')}</p>
        </div>
      )}
      {all.map((mutation) => (
        <Record key={mutation.key} mutation={mutation} />
      ))}
    </FieldFrame>
  );
}

function Record({ mutation }: { mutation: Mutation }) {
  const { t } = useTranslation('field');
  const icons = { stored: 'device', sending: 'upload', received: 'check', returned: 'close' } as const;
  return (
    <article className="f-card">
      <div className="f-row">
        <Icon name={icons[mutation.state]} />
        <div className="grow">
          <b>{t(`outbox.what.${mutation.name}`)}</b> · {mutation.title}
          <p className="f-small">{t(`outbox.state.${mutation.state}`, { time: timeOf(mutation.writtenAt), number: mutation.receipt ?? '' })}</p>
        </div>
      </div>
      {mutation.state === 'returned' && (
        <>
          <p>
            {mutation.why} {t('outbox.keep')}
          </p>
          <div className="f-two">
            <button type="button" className="f-key plain" onClick={() => void sendAgain(mutation.key)}>
              {t('outbox.retry')}
            </button>
            <button type="button" className="f-key plain" onClick={() => void drop(mutation.key)}>
              {t('outbox.drop')}
            </button>
          </div>
        </>
      )}
    </article>
  );
}
