import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session';
import type { RuleTrial, RuleVersion, TriageRule } from '../../api/deskTypes';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { momentOf } from '../../ui/format';
import { useLanguage } from '../../ui/language';
import { PageFrame } from '../../ui/PageFrame';
import { WhyLine } from '../../ui/Refusal';
import { Failed, Waiting } from '../../ui/States';
import { useNow } from '../../ui/ticker';
import { draftRules, goLive, tryRules, useRuleVersions } from './api';
import { TrialPanel } from './TrialPanel';
import './routing.css';

const days = 90;

/** The rules by version: read them, change weights into a draft, try the draft on history, let it go live. */
export function RulesPage() {
  const { t } = useTranslation('warning');
  const queries = useQueryClient();
  const found = useRuleVersions();
  const [chosen, setChosen] = useState<number>();
  const [edited, setEdited] = useState<TriageRule[]>();
  const [trial, setTrial] = useState<RuleTrial>();
  const [said, setSaid] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const keeper = useMe().data?.roles.includes('RULE_KEEPER') ?? false;
  const versions = found.data ?? [];
  const version = versions.find((each) => each.version === chosen) ?? versions.find((each) => each.state === 'live') ?? versions[0];
  const doing = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      await act();
      await queries.invalidateQueries({ queryKey: ['rules'] });
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    doing(async () => {
      const draft = await draftRules(edited ?? []);
      setEdited(undefined);
      setChosen(draft.version);
      setSaid(t('rules.saved', { version: draft.version }));
    });
  return (
    <PageFrame
      title={t('rules.title')}
      tabs={
        <nav className="tabs" aria-label={t('rules.tabs')}>
          <Link className="tab" to={paths.rules} aria-current="page">
            {t('rules.tab')}
          </Link>
          <Link className="tab" to={paths.ladders}>
            {t('rules.ladders')}
          </Link>
          <Link className="tab" to={paths.scripts}>
            {t('rules.scripts')}
          </Link>
        </nav>
      }
      actions={
        version &&
        (edited ? (
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('rules.save')}
          </Button>
        ) : (
          <>
            <Button icon="pen" {...(keeper ? {} : { refusedBy: 'rules-closed' })} onClick={() => setEdited(structuredClone(version.rules))}>
              {t('rules.draft')}
            </Button>
            <Button busy={busy} {...(keeper ? {} : { refusedBy: 'rules-closed' })} onClick={() => void doing(async () => setTrial(await tryRules(version.version, days)))}>
              {t('rules.try')}
            </Button>
            {!keeper && <WhyLine id="rules-closed">{t('rules.closed')}</WhyLine>}
            {keeper && version.state === 'draft' && (
              <Button kind="primary" busy={busy} onClick={() => void doing(async () => void (await goLive(version.version)))}>
                {t('rules.live')}
              </Button>
            )}
          </>
        ))
      }
      honesty={t('rules.only')}
    >
      {found.isPending && <Waiting />}
      {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
      {version && (
        <div className="rules-cols">
          <nav className="card side versions" aria-label={t('rules.versions')}>
            <ul>
              {versions.map((each) => (
                <Version
                  key={each.version}
                  version={each}
                  pressed={each === version}
                  onChoose={() => {
                    setChosen(each.version);
                    setEdited(undefined);
                    setTrial(undefined);
                  }}
                />
              ))}
            </ul>
          </nav>
          <div className="card list-card">
            {refused && <Failed title={t('rules.failed')}>{refused}</Failed>}
            {(edited ?? said) && <p className="pad m t2" role="status">{edited ? t('rules.draftHint') : said}</p>}
            <RuleTable rules={edited ?? version.rules} onChange={edited ? setEdited : undefined} />
            {version.state === 'draft' && !edited && (
              <div className="pad">
                <WhyLine>{t('rules.liveWhy')}</WhyLine>
              </div>
            )}
          </div>
          <TrialPanel trial={trial} days={days} />
        </div>
      )}
    </PageFrame>
  );
}

function Version({ version, pressed, onChoose }: { version: RuleVersion; pressed: boolean; onChoose: () => void }) {
  const { t } = useTranslation('warning');
  const now = useNow();
  const language = useLanguage();
  return (
    <li>
      <button type="button" aria-pressed={pressed} onClick={onChoose}>
        <span className="row g8">
          <b>{t('rules.version', { version: version.version })}</b>
          <span className="sp" />
          <Chip kind={version.state === 'live' ? 'reached' : version.state === 'draft' ? 'undecided' : 'notyet'}>{t(`rules.state.${version.state}`)}</Chip>
        </span>
        <span className="s t2">{version.since ? t('rules.since', { time: momentOf(version.since, language, now), by: version.by ?? '' }) : (version.by ?? '')}</span>
      </button>
    </li>
  );
}

function RuleTable({ rules, onChange }: { rules: TriageRule[]; onChange: ((rules: TriageRule[]) => void) | undefined }) {
  const { t } = useTranslation('warning');
  const set = (id: string, name: string, typed: string) => {
    const figure = Number(typed);
    if (!Number.isInteger(figure) || figure < 0 || figure > 100) return;
    onChange?.(rules.map((rule) => (rule.id === id ? { ...rule, parameters: { ...rule.parameters, [name]: figure } } : rule)));
  };
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('rules.title')}>
      <table className="tbl rules stack">
        <thead>
          <tr>
            <th>{t('rules.rule')}</th>
            <th>{t('rules.question')}</th>
            <th>{t('rules.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <td>
                <b>{rule.name}</b>
                <small className="mono">{rule.id}</small>
              </td>
              <td>{rule.question}</td>
              <td>
                <div className="weights">
                  {ordered(rule).map(([name, value]) =>
                    onChange ? (
                      <label key={name}>
                        {parameterWord(name, t)}
                        <input className="input num" inputMode="numeric" aria-label={`${rule.id} ${parameterWord(name, t)}`} value={String(value)} onChange={(event) => set(rule.id, name, event.target.value)} />
                      </label>
                    ) : (
                      <Chip key={name}>
                        {parameterWord(name, t)} <b className="num">+{String(value)}</b>
                      </Chip>
                    ),
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The heaviest first. */
function ordered(rule: TriageRule): [string, string | number | boolean][] {
  return Object.entries(rule.parameters).sort((a, b) => Number(b[1]) - Number(a[1]));
}

const parameters = ['high', 'medium', 'low', '10min', '1h', '6h', '24h', 'moving', '500000yuan', '100000yuan', '10000yuan', 'stated', 'each', 'most'] as const;

function parameterWord(name: string, t: ReturnType<typeof useTranslation<'warning'>>['t']): string {
  const known = parameters.find((each) => each === name);
  return known ? t(`rules.parameter.${known}`) : name;
}
