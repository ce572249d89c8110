import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { FormField } from '../../ui/FormField';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { saveDraft, usePreview, type ScriptVersion } from './scriptApi';
import { ScriptText } from './ScriptText';

interface ScriptEditorProps {
  scamType: string;
  base: ScriptVersion;
  onSaved: (version: ScriptVersion) => void;
  onClose: () => void;
}

const longest = 4_000;
const pauseMillis = 400;

/** What was typed, once the fingers rest. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMillis);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The text on the left, as it would be spoken on the right, and line by line what is still missing. A draft may be kept unfinished. */
export function ScriptEditor({ scamType, base, onSaved, onClose }: ScriptEditorProps) {
  const { t } = useTranslation('script');
  const doing = useDoing();
  const [content, setContent] = useState(base.content);
  const [key] = useState(() => crypto.randomUUID());
  const preview = usePreview(useSettled(content));
  const flaws = preview.data?.flaws ?? [];
  return (
    <div className="script-editor">
      <section className="card pad script-form">
        <FormField word={t('page.content')} hint={t('page.contentHint', { names: t('page.names') })}>
          {(wiring) => <textarea {...wiring} className="input mono" lang="zh-CN" maxLength={longest} value={content} onChange={(event) => setContent(event.target.value)} />}
        </FormField>
        {doing.refused && <Failed title={t('page.failed')}>{doing.refused}</Failed>}
        <div className="row g8 wrap">
          <Button
            kind="primary"
            busy={doing.busy}
            onClick={() => void doing.run(async () => onSaved(await saveDraft(scamType, base.version, content, key)))}
          >
            {t('page.save')}
          </Button>
          <Button onClick={onClose}>{t('page.discard')}</Button>
        </div>
      </section>
      <section className="card script-preview" aria-label={t('page.preview')} tabIndex={0}>
        <div className="pad" role="status">
          {flaws.length > 0 ? <b>{t('page.flaws', { count: flaws.length })}</b> : <b>{preview.data?.script ? t('page.whole') : ''}</b>}
          <ul className="flaws">
            {flaws.map((flaw) => (
              <li key={`${flaw.line}${flaw.message}`}>
                {flaw.line > 0 && <span className="num t3">{t('page.line', { line: flaw.line })}</span>} {flaw.message}
              </li>
            ))}
          </ul>
        </div>
        {preview.data?.script && <ScriptText script={preview.data.script} />}
      </section>
    </div>
  );
}
