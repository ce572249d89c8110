import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Order } from '../../api/types';
import { paths } from '../../paths';
import { timeOf, withoutProvince } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { partnerKinds, tellOfTrack, type SoughtPerson } from './data';
import { FieldFrame } from './FieldFrame';
import { writeDown } from './outbox';

/** Orders to look for somebody that are reported as found or not found. */
export const trackKinds: readonly string[] = ['family', ...partnerKinds];

type Frame = Omit<ComponentProps<typeof FieldFrame>, 'children' | 'mainKey'>;

/** Somebody else was quicker: nobody goes on looking. */
export function EndedScreen({ order, frame }: { order: Order; frame: Frame }) {
  const { t } = useTranslation('field');
  const { title, back } = frame;
  return (
    <FieldFrame
      title={title}
      {...(back ? { back } : {})}
      mainKey={
        <Link className="f-key main" to={paths.field}>
          {t('ended.back')}
        </Link>
      }
    >
      <div className="f-card f-row" role="status">
        <Icon name="check" />
        <div>
          <b>{t('ended.title')}</b>
          <p lang="zh-CN">{order.ended?.words}</p>
          <p className="f-small">{t('ended.at', { time: timeOf(order.ended?.at ?? order.dueAt) })}</p>
        </div>
      </div>
      <div className="f-card">
        <b lang="zh-CN">{order.title}</b>
        {order.detail && <p lang="zh-CN">{withoutProvince(order.detail)}</p>}
      </div>
    </FieldFrame>
  );
}

/** One way of a search: whom to look for, once signed for, and two keys to report. */
export function TrackScreen({ order, signed, frame }: { order: Order; signed: boolean; frame: Frame }) {
  const { t } = useTranslation('field');
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const report = async (result: 'found' | 'not-found') => {
    await writeDown('track', order.title, `/api/warning/tracks/${order.id}/report`, { result, ...(note ? { note } : {}) }, order.id);
    void navigate(paths.fieldOutbox);
  };
  return (
    <FieldFrame
      {...frame}
      mainKey={
        signed ? (
          <button type="button" className="f-key main" onClick={() => void report('found')}>
            {t('track.found')}
          </button>
        ) : (
          <button type="button" className="f-key main" onClick={() => void writeDown('sign', order.title, `/api/order/orders/${order.id}/sign`, {}, order.id)}>
            {t('list.sign')}
          </button>
        )
      }
    >
      <div className="f-card">
        <b lang="zh-CN">{order.title}</b>
        {order.detail && <p lang="zh-CN">{withoutProvince(order.detail)}</p>}
      </div>
      {partnerKinds.includes(order.kind) && <Sought order={order} signed={signed} />}
      {signed && (
        <>
          <label className="f-card">
            <span className="f-small">{t('outcome.note')}</span>
            <textarea className="f-input" rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
          </label>
          <button type="button" className="f-key plain" onClick={() => void report('not-found')}>
            {t('track.notFound')}
          </button>
        </>
      )}
    </FieldFrame>
  );
}

function Sought({ order, signed }: { order: Order; signed: boolean }) {
  const { t } = useTranslation('field');
  const [person, setPerson] = useState<SoughtPerson>();
  const [refused, setRefused] = useState<string>();
  const show = () =>
    tellOfTrack(order).then(setPerson, (error: unknown) => setRefused(error instanceof Error ? error.message : ''));
  if (!person) {
    return (
      <div className="f-card">
        <p>{signed ? t('track.recorded') : t('track.signFirst')}</p>
        {signed && (
          <button type="button" className="f-key plain" onClick={() => void show()}>
            {t('track.who')}
          </button>
        )}
        {refused && <p role="alert">{refused}</p>}
      </div>
    );
  }
  return (
    <div className="f-card">
      <b className="f-name">{person.name}</b>
      {person.address && <p>{person.address}</p>}
      <p>{person.ask}</p>
    </div>
  );
}
