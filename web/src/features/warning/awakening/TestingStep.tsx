import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../../api/actions';
import { Button } from '../../../ui/Button';
import { KeyCap } from '../../../ui/KeyCap';
import { useKeys } from '../../../ui/useKeys';
import { answer, type PaperQuestion } from './awakeningApi';
import { StepEnd } from './StepEnd';
import type { Room } from './useRoom';

/** Step 2: one question at a time. The right answer is not on this page before the question is answered. */
export function TestingStep({ room }: { room: Room }) {
  const { t } = useTranslation('awakening');
  const { questions, line, result, actions } = room.session;
  const firstOpen = questions.findIndex((each) => each.chosen === null);
  const [stay, setStay] = useState<number>();
  const at = stay ?? (firstOpen < 0 ? questions.length - 1 : firstOpen);
  const question = questions[at];
  const last = firstOpen < 0;
  const open = question?.chosen === null && !actionOf(actions, 'answer').closed;
  const choose = (option: number) => {
    setStay(at);
    void room.act(() => answer(line.id, at, option));
  };
  const next = () => setStay(undefined);
  const answered = question !== undefined && question.chosen !== null;
  useKeys({
    ...(open ? Object.fromEntries(question.options.map((_, index) => [String(index + 1), () => choose(index)])) : {}),
    Space: answered && !last ? next : undefined,
    ...(answered && !last ? { Enter: next } : {}),
  });
  if (!question) return null;
  return (
    <section className="room-card">
      <p className="m t2">{t('test.at', { at: at + 1, of: questions.length })}</p>
      <h2 lang="zh-CN">{question.text}</h2>
      <div className="room-choices column" role="group" aria-label={t('test.options')}>
        {question.options.map((option, index) => (
          <button key={option} type="button" lang="zh-CN" className={classOf(question, index)} aria-pressed={question.chosen === index} aria-disabled={open ? undefined : true} onClick={() => open && choose(index)}>
            <KeyCap>{index + 1}</KeyCap> {option}
            {question.right === index && <span className="room-mark">{t('test.right')}</span>}
          </button>
        ))}
      </div>
      {question.why && (
        <p className="large room-why" lang="zh-CN" role="status">
          {question.why}
        </p>
      )}
      {answered && !last && (
        <div className="step-end">
          <Button kind="primary" keyCap="Enter" onClick={next}>
            {t('test.next')}
          </Button>
        </div>
      )}
      {result && (
        <p className="m t2">
          {t('test.result', { right: result.right, of: result.of })} {t('test.only')}
        </p>
      )}
      <StepEnd room={room} step="testing" ready={last} />
    </section>
  );
}

function classOf(question: PaperQuestion, index: number): string {
  return question.right === index ? 'room-choice right' : 'room-choice';
}
