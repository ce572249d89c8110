import { grouped } from './format';

export interface Term {
  key: string;
  word: string;
  figure: number;
  undecided?: boolean | undefined;
}

interface EquationProps {
  whole: Term;
  parts: Term[];
  /** The words beside the check. */
  equalWord: string;
  unequalWord: string;
  because?: string;
}

/** Figures that must add up, shown as the sum they are, with the check beside it. */
export function Equation({ whole, parts, equalWord, unequalWord, because }: EquationProps) {
  const equal = addsUp(whole, parts);
  return (
    <div className="eq">
      <TermFigure term={whole} />
      {parts.map((part, index) => (
        <span key={part.key} className="row g8 eq-pair">
          <span className="eq-sign">{index === 0 ? '=' : '+'}</span>
          <TermFigure term={part} />
        </span>
      ))}
      <span className="eq-check">
        {because}
        <b className={equal ? 'ok' : 'bad'}>{equal ? `✓ ${equalWord}` : `≠ ${unequalWord}`}</b>
      </span>
    </div>
  );
}

/** The same on one line, for the footer. */
export function EquationLine({ whole, parts }: { whole: Term; parts: Term[] }) {
  const equal = addsUp(whole, parts);
  return (
    <span className="eq-line">
      {whole.word} <b>{grouped(whole.figure)}</b> {equal ? '=' : '≠'}{' '}
      {parts.map((part, index) => (
        <span key={part.key}>
          {index > 0 && ' + '}
          {part.word} {grouped(part.figure)}
        </span>
      ))}
    </span>
  );
}

/** One bar split in proportion to the terms; the figures stand above it, so it is not announced. */
export function SplitBar({ parts }: { parts: { key: string; figure: number; tone: string }[] }) {
  const whole = parts.reduce((sum, part) => sum + Math.max(part.figure, 0), 0);
  if (whole === 0) return null;
  return (
    <svg className="split" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
      {parts.map((part, index) => {
        const width = (Math.max(part.figure, 0) / whole) * 1000;
        const x = parts.slice(0, index).reduce((sum, each) => sum + (Math.max(each.figure, 0) / whole) * 1000, 0);
        return width > 0 && <rect key={part.key} x={x} y={0} width={Math.max(width - 2, 1)} height={8} fill={`var(--${part.tone})`} />;
      })}
    </svg>
  );
}

export function addsUp(whole: Term, parts: Term[]): boolean {
  return parts.reduce((sum, part) => sum + part.figure, 0) === whole.figure;
}

function TermFigure({ term }: { term: Term }) {
  return (
    <span className={term.undecided ? 'eq-term undecided' : 'eq-term'}>
      <span className="label">{term.word}</span>
      <span className="figure num">{grouped(term.figure)}</span>
    </span>
  );
}
