import { useTranslation } from 'react-i18next';
import { durationOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import type { Ladder } from './api';
import { effectWord } from './ladderWords';

const width = 600;
const left = 44;
const right = 556;

/** A ladder as a picture: from the issue to the right, each step where it falls on a line that grows by proportion; the same in words below. */
export function LadderPicture({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation('order');
  const language = useLanguage();
  const steps = [...ladder.steps].sort((a, b) => a.afterSeconds - b.afterSeconds);
  if (steps.length === 0) return <p className="m t2">{t('ladders.none')}</p>;
  const longest = Math.log2(1 + Math.max(...steps.map((step) => step.afterSeconds)));
  const at = (seconds: number) => left + (Math.log2(1 + seconds) / longest) * (right - left);
  return (
    <div className="ladder-picture">
      <svg viewBox={`0 0 ${width} 64`} aria-hidden="true">
        <line x1={left} y1={40} x2={right} y2={40} className="lp-line" />
        <circle cx={left} cy={40} r={6} className="lp-ring" />
        <text x={left} y={20} textAnchor="middle" className="lp-word">
          {t('ladders.issued')}
        </text>
        {steps.map((step) => (
          <g key={step.number} transform={`translate(${at(step.afterSeconds)} 0)`}>
            <path d="M0 32l8 8-8 8-8-8z" className={step.effect === 'tell' ? 'lp-step' : 'lp-step strong'} />
            <text y={20} textAnchor="middle" className="lp-word">
              {durationOf(step.afterSeconds * 1000, language)}
            </text>
          </g>
        ))}
      </svg>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.number}>
            <b className="num">{durationOf(step.afterSeconds * 1000, language)}</b>
            <span>
              {step.when === 'unsigned' ? t('ladders.unsigned') : t('ladders.unmet')} → {effectWord(step.effect, t)} <b>{step.tells}</b>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
