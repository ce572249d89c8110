import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fullMomentOf, timeOf } from '../../../ui/format';
import { steps, type AwakeningSession, type Step } from './awakeningApi';

const day = 86_400_000;

/** One sheet: who was there, the four steps with their times, the paper's result, what was agreed, and lines to sign on. */
export function SessionRecord({ session }: { session: AwakeningSession }) {
  const { t } = useTranslation(['awakening', 'warning', 'script']);
  const { line, result } = session;
  const again = session.days !== null && line.endedAt ? fullMomentOf(Date.parse(line.endedAt) + session.days * day).slice(0, 10) : '—';
  return (
    <article className={line.endedAt === null ? 'record' : 'record shown'} aria-label={t('record.title')}>
      <h2>{t('record.title')}</h2>
      <table className="record-facts">
        <tbody>
          <Fact word={t('record.number')}>{line.number}</Fact>
          <Fact word={t('record.person')}>
            {line.nameMasked ?? '—'} · {t('warning:victim')}
          </Fact>
          <Fact word={t('record.scam')}>{t(`warning:scam.${line.scamType as 'other'}`)}</Fact>
          <Fact word={t('record.time')}>
            {fullMomentOf(line.openedAt)} – {line.endedAt ? timeOf(line.endedAt) : '—'}
          </Fact>
          <Fact word={t('record.path')}>{session.path ? t(`path.${session.path}`) : '—'}</Fact>
          <Fact word={t('record.belief')}>
            {session.before ? t(`script:belief.${session.before}`) : '—'} → {session.after ? t(`script:belief.${session.after}`) : '—'}
          </Fact>
          <Fact word={t('record.test')}>{result ? `${t('test.result', { right: result.right, of: result.of })} ${t('test.only')}` : '—'}</Fact>
          <Fact word={t('record.agreed')}>{session.agreed.map((each) => t(`agreement.${each as 'family'}`)).join(t('semicolon')) || '—'}</Fact>
          <Fact word={t('record.again')}>{again}</Fact>
        </tbody>
      </table>
      <table className="record-rows">
        <caption>{t('record.specialists')}</caption>
        <tbody>
          {session.specialists.map((each) => (
            <tr key={each.staffId}>
              <th scope="row">
                {each.name} <span className="num">{each.number}</span>
              </th>
              <td className="num">
                {timeOf(each.since)} – {each.until ? timeOf(each.until) : line.endedAt ? timeOf(line.endedAt) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="record-rows">
        <caption>{t('record.steps')}</caption>
        <tbody>
          {steps.map((each, index) => (
            <tr key={each}>
              <th scope="row">
                {index + 1} {t(`step.${each}`)}
              </th>
              <td className="num">{finishedAt(session, each)}</td>
            </tr>
          ))}
          {session.events
            .filter((each) => each.deed === 'pause' || each.deed === 'break-off' || each.deed === 'leave')
            .map((each) => (
              <tr key={each.at + each.deed}>
                <th scope="row">
                  {t(`deed.${each.deed as 'pause'}`)}
                  {each.detail ? t('record.because', { reason: t(`reason.${each.detail as 'rest'}`) }) : ` · ${each.by}`}
                </th>
                <td className="num">{timeOf(each.at)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="record-free">{t('record.free')}</p>
      <ul className="record-lines">
        <li>{t('record.sign.person')}</li>
        {session.specialists.map((each) => (
          <li key={each.staffId}>{t('record.sign.specialist', { name: each.name })}</li>
        ))}
      </ul>
    </article>
  );
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{word}</th>
      <td>{children}</td>
    </tr>
  );
}

function finishedAt(session: AwakeningSession, step: Step): string {
  const found = session.events.find((each) => each.deed === 'finish' && each.step === step);
  return found ? timeOf(found.at) : '—';
}
