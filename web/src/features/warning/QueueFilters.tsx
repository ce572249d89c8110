import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { FilterSelect } from '../../ui/FilterSelect';
import type { QueueFilter } from './api';
import { scamTypes } from './scamTypes';

interface QueueFiltersProps {
  filter: QueueFilter;
  onChange: (changes: Record<string, string>) => void;
}

export function QueueFilters({ filter, onChange }: QueueFiltersProps) {
  const { t } = useTranslation('warning');
  const all = { value: '', word: t('all', { ns: 'ui' }) };
  const counties = useQuery({
    queryKey: ['counties'],
    queryFn: () => call<{ items: { code: string; name: string }[] }>('/api/place/divisions', { query: { parent: '150500' } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <FilterSelect
        word={t('filter.county')}
        value={filter.county}
        options={[all, ...(counties.data?.items ?? []).map((county) => ({ value: county.code, word: county.name }))]}
        onChange={(county) => onChange({ county })}
      />
      <FilterSelect word={t('filter.type')} value={filter.scamType} options={[all, ...scamTypes.map((type) => ({ value: type, word: t(`scam.${type}`) }))]} onChange={(type) => onChange({ type })} />
      <FilterSelect
        word={t('filter.level')}
        value={filter.level}
        options={[all, ...(['high', 'medium', 'low'] as const).map((level) => ({ value: level, word: t(`level.${level}`) }))]}
        onChange={(level) => onChange({ level })}
      />
      {filter.view !== 'closed' && (
        <FilterSelect
          word={t('filter.state')}
          value={filter.state}
          options={[all, ...(['open', 'working', 'searching', 'handing-over', 'follow-up'] as const).map((state) => ({ value: state, word: t(`state.${state}`) }))]}
          onChange={(state) => onChange({ state })}
        />
      )}
      <label className="search-small">
        <span className="vh">{t('filter.search')}</span>
        <input className="input" type="search" placeholder={t('filter.search')} defaultValue={filter.q} onKeyDown={(event) => event.key === 'Enter' && onChange({ q: event.currentTarget.value.trim() })} />
      </label>
      <span className="sp" />
      <span className="m t3 wide">{t('filter.legend')}</span>
    </>
  );
}
