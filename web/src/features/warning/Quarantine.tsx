import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import { Button } from '../../ui/Button';
import { Chip, type ChipKind } from '../../ui/Chip';
import { grouped, momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { Empty, Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useDoing } from '../../ui/useDoing';
import { decideQuarantined, quarantineStates, useQuarantine, type QuarantinedRecord, type QuarantineState, type SignalStream } from './quarantineApi';

const waits = ['no-broker', 'no-database', 'no-unit'] as const;

/** What came over Kafka and could not be taken: why, and try again or set aside. Below it nothing is held up. */
export function Quarantine() {
  const { t } = useTranslation('warning');
  const [state, setState] = useState<QuarantineState>('waiting');
  const found = useQuarantine(state);
  const first = found.data?.pages[0];
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = { waiting: first?.counts.waiting ?? 0, taken: first?.counts.taken ?? 0, 'set-aside': first?.counts.setAside ?? 0 };
  const streams = first?.streams ?? [];
  return (
    <section className="card list-card" aria-label={t('quarantine.title')}>
      <div className="pad col g8">
        <h2>{t('quarantine.title')}</h2>
        {first && (streams.length > 0 ? <Streams streams={streams} /> : <p className="m t2">{t('quarantine.noStreams')}</p>)}
        <div className="row g8 wrap">
          {quarantineStates.map((each) => (
            <Button key={each} small pressed={state === each} onClick={() => setState(each)}>
              {t(`quarantine.state.${each}`)} <b className="num">{grouped(counts[each])}</b>
            </Button>
          ))}
        </div>
      </div>
      {found.isPending && <Waiting rows={2} />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {first && items.length === 0 && (
        <div className="pad">
          <Empty title={t(state === 'waiting' ? 'quarantine.empty' : 'quarantine.emptyOther')}>{state === 'waiting' && t('quarantine.emptyWhy')}</Empty>
        </div>
      )}
      <ul>
        {items.map((each) => (
          <Record key={each.id} record={each} />
        ))}
      </ul>
      {found.hasNextPage && (
        <div className="row more">
          <Button small onClick={() => void found.fetchNextPage()}>
            {t('more', { ns: 'ui' })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Streams({ streams }: { streams: SignalStream[] }) {
  const { t } = useTranslation('warning');
  return (
    <ul className="col g8">
      {streams.map((each) => {
        const wait = waits.find((word) => word === each.state);
        return (
          <li key={each.topic} className="row g8 wrap">
            <Chip kind={wait ? 'overdue' : 'reached'}>{t(`quarantine.stream.${wait ?? 'listening'}`)}</Chip>
            <span className="m wrap-any">{t('quarantine.streamOf', { topic: each.topic, source: each.source })}</span>
          </li>
        );
      })}
    </ul>
  );
}

const kinds: Record<string, ChipKind> = { waiting: 'undecided', taken: 'reached', 'set-aside': 'notyet' };

function Record({ record }: { record: QuarantinedRecord }) {
  const { t } = useTranslation('warning');
  const queries = useQueryClient();
  const now = useNow();
  const language = useLanguage();
  const doing = useDoing();
  const again = actionOf(record.actions, 'again');
  const state = quarantineStates.find((each) => each === record.state);
  const [still, setStill] = useState(false);
  const act = (what: 'again' | 'set-aside') =>
    void doing.run(async () => {
      const after = await decideQuarantined(record.id, what);
      setStill(what === 'again' && after.state === 'waiting');
      await queries.invalidateQueries({ queryKey: ['import'] });
    });
  return (
    <li className="export-request">
      <div className="row g8 wrap">
        <b className="wrap-any">{t('quarantine.place', { topic: record.topic, partition: record.partition, offset: record.offset })}</b>
        {state && <Chip kind={kinds[state] ?? 'fact'}>{t(`quarantine.state.${state}`)}</Chip>}
        <span className="sp" />
        <span className="s t3 num">{momentOf(record.cameAt, language, now)}</span>
      </div>
      <ul className="m">
        {record.reasons.map((each) => (
          <li key={each.field + each.code}>{each.field ? t('quarantine.reason', { field: each.field, message: each.message }) : each.message}</li>
        ))}
      </ul>
      <p className="s t2">
        {t('quarantine.of', { source: record.source, bytes: grouped(record.bytes) })}
        {record.decidedBy && ` · ${t('quarantine.decidedBy', { name: record.decidedBy })}`}
      </p>
      {!again.closed && (
        <div className="row g8 wrap">
          <Button small busy={doing.busy} onClick={() => act('again')}>
            {t('quarantine.again')}
          </Button>
          <Button small busy={doing.busy} onClick={() => act('set-aside')}>
            {t('quarantine.setAside')}
          </Button>
          {still && (
            <span className="s t2" role="status">
              {t('quarantine.still')}
            </span>
          )}
        </div>
      )}
      {doing.refused && <Failed title={t('quarantine.failed')}>{doing.refused}</Failed>}
    </li>
  );
}
