import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import type { Episode } from '../../api/types';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { ClockFigure } from '../../ui/Clock';
import { durationOf } from '../../ui/format';
import { FormField } from '../../ui/FormField';
import { useLanguage } from '../../ui/language';
import { ActionButton } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { useKeys } from '../../ui/useKeys';
import { AttemptList } from './AttemptList';
import { callResults } from './callResults';
import type { Opened } from './EpisodePage';
import { UnmaskKey } from './UnmaskKey';
import { LineState } from './LineState';
import type { Conversation } from './useConversation';

interface CallPanelProps {
  episode: Episode;
  opened: Opened | undefined;
  conversation: Conversation;
  /** An outcome is being recorded: Enter is its key then. */
  deciding: boolean;
}

/** Dialling by the system, the code that proves the call, what came of it, and what comes next by rule. */
export function CallPanel({ episode, opened, conversation, deciding }: CallPanelProps) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const noteBox = useRef<HTMLTextAreaElement>(null);
  const { running, code, recorded } = conversation;
  const allowed = actionOf(episode.actions, 'call');
  const phones = opened?.content.phones ?? [];
  const onLine = running && episode.calls?.made.find((each) => each.id === running.callId);
  const suggested = callResults.find((each) => each.result === onLine?.suggested)?.result;
  const idle = !running || onLine?.result === 'not-made';
  const target = !idle || allowed.closed ? undefined : phones[0];
  useKeys({
    Enter: suggested ? () => void conversation.end(suggested) : target && !running && !recorded && !deciding ? () => void conversation.dial(target.id) : undefined,
    d: target ? () => void conversation.dial(target.id) : undefined,
    l: running ? () => noteBox.current?.focus() : undefined,
    ...(running ? Object.fromEntries(callResults.map((each) => [each.key, () => void conversation.end(each.result)])) : {}),
  });
  return (
    <>
      <section>
        <div className="row g8">
          <h2 className="h3">{t('call.code')}</h2>
          <span className="sp" />
          <span className="s t3">{t('call.codeHint')}</span>
        </div>
        {code ? (
          <>
            <div className="row g12">
              <b className="num caller-code">
                {code.code.slice(0, 3)} {code.code.slice(3)}
              </b>
              <span className="sp" />
              <span className="right">
                <ClockFigure facts={{ startedAt: new Date(Date.parse(code.validUntil) - 600_000).toISOString(), dueAt: code.validUntil, ending: '' }} />
                <span className="s t2"> {t('call.codeEnds')}</span>
              </span>
            </div>
            <div className="chips wrap">
              <Chip>{t('call.codeBound', { lastFour: code.lastFour })}</Chip>
              <Chip>{t('call.codeOnce')}</Chip>
            </div>
          </>
        ) : (
          <div className="row g8">
            <span className="s t3">{t('call.codeNone')}</span>
            <span className="sp" />
            {phones[0] && (
              <Button small onClick={() => void conversation.makeCode(phones[0]?.id ?? '')}>
                {t('call.codeMake')}
              </Button>
            )}
          </div>
        )}
      </section>
      <section>
        <div className="row g8">
          <h2 className="h3">{t('call.title')}</h2>
          <span className="sp" />
          {running && onLine?.line !== 'ended' && <b className="num talking">{t('call.running', { duration: durationOf(now - conversation.startedAt, language) })}</b>}
        </div>
        {!opened && <p className="m t3">{t('call.none')}</p>}
        {opened && phones.length === 0 && <p className="m t3">{t('call.noPhones')}</p>}
        {idle &&
          phones.map((phone, index) => (
            <div key={phone.id} className="phone-row">
              <UnmaskKey episodeId={episode.id} field={`phone:${phone.id}`} word={t('call.number')} masked={phone.masked} purpose={opened?.purpose ?? ''} />
              <span className="s t3">{phone.owner ?? (phone.kind === 'own' ? t('call.own') : '')}</span>
              <span className="sp" />
              <ActionButton small icon="phone" closed={allowed.closed} {...(index === 0 ? { keyCap: running || recorded || deciding ? 'D' : 'Enter' } : {})} onClick={() => void conversation.dial(phone.id)}>
                {t('call.dial')}
              </ActionButton>
            </div>
          ))}
        {running && (
          <>
            <LineState call={onLine} onHangUp={() => void conversation.hangUp()} />
            <FormField word={t('call.note')} hint={t('call.noteHint')}>
              {(wiring) => (
                <textarea {...wiring} ref={noteBox} className="input grows" rows={1} value={conversation.note} onChange={(event) => conversation.setNote(event.target.value)} />
              )}
            </FormField>
            <div className="result-keys" role="group" aria-label={t('call.result')}>
              {callResults.map(({ result, key }) => (
                <Button key={result} small {...(result === suggested ? { kind: 'primary' as const, keyCap: 'Enter' } : { keyCap: key.toUpperCase() })} onClick={() => void conversation.end(result)}>
                  {t(`call.results.${result}`)}
                </Button>
              ))}
            </div>
          </>
        )}
        {recorded && !running && (
          <p className="m t2" role="status">
            {t('call.recorded', { result: t(`call.results.${recorded}`) })}
          </p>
        )}
        {conversation.refused && <Failed title={t('call.failed')}>{conversation.refused}</Failed>}
        {episode.calls && <AttemptList calls={episode.calls} over={episode.state === 'closed'} />}
      </section>
    </>
  );
}
