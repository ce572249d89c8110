import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitSearch } from '../../api/directory';
import { useMe } from '../../api/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FormField } from '../../ui/FormField';
import { SearchSelect } from '../../ui/SearchSelect';
import { Failed } from '../../ui/States';
import { useDoing } from '../../ui/useDoing';
import { makeClient } from './api';

/** A token for a machine; told in this dialog and never again. */
export function ClientForm({ scopes, onClose }: { scopes: string[]; onClose: () => void }) {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const me = useMe();
  const doing = useDoing();
  const [name, setName] = useState('');
  const [unitId, setUnitId] = useState<string>();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [token, setToken] = useState<string>();
  const [copied, setCopied] = useState(false);
  const units = useUnitSearch(typed);
  const make = async () => {
    setTried(true);
    if (!name.trim()) return;
    await doing.run(async () => {
      setToken((await makeClient({ name: name.trim(), scopes, unitId: unitId ?? me.data?.unit.id })).token);
      await queries.invalidateQueries({ queryKey: ['organisation', 'clients'] });
    });
  };
  const options = [...(me.data ? [{ value: me.data.unit.id, label: me.data.unit.name }] : []), ...(units.data?.items ?? []).filter((unit) => unit.id !== me.data?.unit.id).map((unit) => ({ value: unit.id, label: unit.name }))];
  return (
    <Dialog
      title={t('clients.make')}
      onClose={onClose}
      closeWord={token ? t('clients.kept') : t('form.cancel')}
      foot={
        !token && (
          <>
            <span className="sp" />
            <Button kind="primary" busy={doing.busy} onClick={() => void make()}>
              {t('clients.make')}
            </Button>
          </>
        )
      }
    >
      {token ? (
        <div className="told-once" role="status">
          <span className="m t2">{t('clients.told', { name: name.trim() })}</span>
          <b className="mono">{token}</b>
          <span className="row g8">
            <Button small onClick={() => void navigator.clipboard.writeText(token).then(() => setCopied(true))}>
              {t('clients.copy')}
            </Button>
            {copied && (
              <span className="s t2" role="status">
                {t('clients.copied')}
              </span>
            )}
          </span>
          <span className="s t2">{t('clients.toldWhy')}</span>
          <code className="mono s wrap-any">./lianxin warning import FILE --url {location.origin} --token …</code>
        </div>
      ) : (
        <div className="col g12">
          <FormField word={t('clients.name')} hint={t('clients.nameHint')} missing={tried && !name.trim() ? t('form.missing') : undefined}>
            {(wiring) => <input {...wiring} className="input" data-first maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}
          </FormField>
          <FormField word={t('clients.unit')} hint={t('clients.unitHint')}>
            {(wiring) => <SearchSelect {...wiring} searching={units.isPlaceholderData} value={unitId ?? me.data?.unit.id} onSearch={setTyped} onChange={setUnitId} options={options} />}
          </FormField>
          <p className="m t2">{t('clients.scopeOnly')}</p>
          {doing.refused && <Failed title={t('form.failed')}>{doing.refused}</Failed>}
        </div>
      )}
    </Dialog>
  );
}
