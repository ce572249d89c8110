import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf } from '../../api/actions';
import type { Call, CallerCode, Episode } from '../../api/types';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { ClockFigure } from '../../ui/Clock';
import { durationOf } from '../../ui/format';
import { FormField } from '../../ui/FormField';
import { useLanguage } from '../../ui/language';
import { ActionButton, WhyLine } from '../../ui/Refusal';
import { Failed } from '../../ui/States';
import { serverNow, useNow } from '../../ui/ticker';
import { endCall, makeCallerCode, startCall } from './api';
import type { Opened } from './EpisodePage';
import { UnmaskKey } from './UnmaskKey';

const results = ['reached', 'busy', 'no-answer', 'refused', 'switched-off', 'wrong-number'] as const;

interface CallPanelProps {
  episode: Episode;
  opened: Opened | undefined;
  running: Call | undefined;
  code: CallerCode | undefined;
  onRunning: (call: Call | undefined) => void;
  onCode: (code: CallerCode | undefined) => void;
  onChanged: () => void;
}

/** Dialling by the system, the code that proves the call, and what came of it. */
export function CallPanel({ episode, opened, running, code, onRunning, onCode, onChanged }: CallPanelProps) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  const [startedAt, setStartedAt] = useState(0);
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<string>();
  const [recorded, setRecorded] = useState<string>();
  const allowed = actionOf(episode.actions, 'call');
  const trying = async (act: () => Promise<void>) => {
    setRefused(undefined);
    try {
      await act();
      onChanged();
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    }
  };
  const dial = (phoneId: string) =>
    trying(async () => {
      const call = await startCall(episode.id, phoneId);
      onRunning(call);
      onCode(call.callerCode);
      setStartedAt(serverNow());
      setRecorded(undefined);
    });
  const end = (result: (typeof results)[number]) =>
    trying(async () => {
      if (!running) return;
      await endCall(episode.id, running.callId, result, note);
      onRunning(undefined);
      setNote('');
      setRecorded(t('call.recorded', { result: t(`call.results.${result}`) }));
    });
  const phones = opened?.content.phones ?? [];
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
              <Button small onClick={() => void trying(async () => onCode(await makeCallerCode(episode.id, phones[0]?.id ?? '')))}>
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
          {running && <b className="num talking">{t('call.running', { duration: durationOf(now - startedAt, language) })}</b>}
        </div>
        {!opened && <p className="m t3">{t('call.none')}</p>}
        {opened && phones.length === 0 && <p className="m t3">{t('call.noPhones')}</p>}
        {!running &&
          phones.map((phone) => (
            <div key={phone.id} className="phone-row">
              <UnmaskKey episodeId={episode.id} field={`phone:${phone.id}`} word={t('call.number')} masked={phone.masked} purpose={opened?.purpose ?? ''} />
              <span className="s t3">{phone.owner ?? (phone.kind === 'own' ? t('call.own') : '')}</span>
              <span className="sp" />
              <ActionButton small icon="phone" closed={allowed.closed} onClick={() => void dial(phone.id)}>
                {t('call.dial')}
              </ActionButton>
            </div>
          ))}
        {running && (
          <>
            <WhyLine>{t('call.simulated')}</WhyLine>
            <FormField word={t('call.note')} hint={t('call.noteHint')}>
              {(wiring) => <textarea {...wiring} className="input" rows={2} value={note} onChange={(event) => setNote(event.target.value)} />}
            </FormField>
            <div className="result-keys" role="group" aria-label={t('call.result')}>
              {results.map((result) => (
                <Button key={result} small onClick={() => void end(result)}>
                  {t(`call.results.${result}`)}
                </Button>
              ))}
            </div>
          </>
        )}
        {recorded && !running && (
          <p className="m t2" role="status">
            {recorded}
          </p>
        )}
        {refused && <Failed title={t('call.failed')}>{refused}</Failed>}
      </section>
    </>
  );
}
