import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import type { Episode, EpisodeRow } from '../../api/types';
import { Button } from '../../ui/Button';
import { Chip, signed } from '../../ui/Chip';
import { SplitBar } from '../../ui/Equation';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { WhyLine } from '../../ui/Refusal';
import { useNow } from '../../ui/ticker';
import { moneyRule } from './facts';
import { LadderList } from './LadderList';
import { personOf, placeWord } from './QueueRow';

interface WhyPanelProps {
  row: EpisodeRow;
  episode: Episode | undefined;
  position: number;
  onOpen: () => void;
  onRemind: (orderId: string) => void;
}

/** Why this row stands where it stands, what came in, and what happens if nobody signs. */
export function WhyPanel({ row, episode, position, onOpen, onRemind }: WhyPanelProps) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const unsigned = episode?.orders.find((order) => !order.signedAt && order.state === 'issued');
  const remind = actionOf(unsigned?.actions, 'remind');
  const reason = useId();
  const join = actionOf(episode?.actions, 'join');
  return (
    <aside className="card side" aria-label={t('panel.label')}>
      <section>
        <div className="row g8">
          <h2>
            {row.nameMasked} <span className="panel-about">{[personOf(row, t), row.phoneMasked].filter(Boolean).join(' · ')}</span>
          </h2>
          <span className="sp" />
          <Chip>{t('victim')}</Chip>
        </div>
        <p className="m t2">
          <span title={row.place?.name}>{placeWord(row) ?? t('row.placeOpen')}</span> <span className="t3">{t('panel.masked')}</span>
        </p>
      </section>
      <section>
        <div className="row">
          <h3>{t('panel.why', { position })}</h3>
          <span className="sp" />
          <b className="num panel-score">{row.rank ?? '—'}</b>
        </div>
        {episode && <RuleList episode={episode} />}
      </section>
      {episode && episode.signals.length > 0 && (
        <section>
          <h3>{t('panel.signals', { count: episode.signals.length })}</h3>
          {episode.signals.slice(0, 4).map((signal) => (
            <div className="timed" key={signal.id}>
              <span className="num t3">{momentOf(signal.at, language, now)}</span>
              <span>
                {signal.source}
                {signal.summary ? `：${signal.summary}` : ''}
              </span>
            </div>
          ))}
        </section>
      )}
      {unsigned && (
        <section>
          <h3>{t('panel.unsigned')}</h3>
          <LadderList order={unsigned} />
        </section>
      )}
      {episode && episode.history.length > 0 && (
        <section>
          <h3>{t('panel.before')}</h3>
          {episode.history.slice(0, 3).map((entry) => (
            <p key={entry.at + entry.what} className="m t2">
              {momentOf(entry.at, language, now)} {entry.actor} {entry.what} {entry.detail ?? ''}
            </p>
          ))}
        </section>
      )}
      <section className="side-acts">
        <div className="panel-acts">
          <Button kind="primary" keyCap="Enter" onClick={onOpen}>
            {unsigned ? t('panel.signAndCall') : t('panel.open')}
          </Button>
          {unsigned && remind.offered && (
            <Button keyCap="C" {...(remind.closed ? { refusedBy: reason } : {})} onClick={() => onRemind(unsigned.id)}>
              {t('panel.remind')}
            </Button>
          )}
        </div>
        {unsigned && remind.closed && <WhyLine id={reason}>{remind.closed.reason}</WhyLine>}
        {join.closed && <WhyLine>{join.closed.reason}</WhyLine>}
      </section>
    </aside>
  );
}

const tones = ['bar1', 'bar2', 'bar2', 'bar3', 'bar4', 'bar4'];

export function RuleList({ episode }: { episode: Episode }) {
  const { t } = useTranslation('warning');
  const fired = episode.rules.filter((rule) => rule.weight !== 0);
  return (
    <>
      <div className="rule-bar">
        <SplitBar parts={fired.map((rule, index) => ({ key: rule.id, figure: rule.weight, tone: episode.moneyMoving && rule.id === moneyRule ? 'red' : (tones[index] ?? 'bar4') }))} />
      </div>
      <ul>
        {fired.map((rule) => (
          <li key={rule.id} className={episode.moneyMoving && rule.id === moneyRule ? 'rule life' : 'rule'}>
            <code className="mono">{rule.id}</code>
            <span>
              {rule.label}
              {rule.fact ? `：${rule.fact}` : ''}
            </span>
            <b className="num">{signed(rule.weight)}</b>
          </li>
        ))}
      </ul>
      {episode.ruleVersion !== null && <p className="s t3">{t('panel.version', { version: episode.ruleVersion })}</p>}
    </>
  );
}
