import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useMe } from '../../api/session';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { PageFrame } from '../../ui/PageFrame';
import { Failed, Waiting } from '../../ui/States';
import { RosterDialog } from './RosterDialog';
import { StaffTable } from './StaffTable';
import { UnitPanel } from './UnitPanel';
import { UnitTree } from './UnitTree';
import { useUnit } from './api';
import './organisation.css';

/** The tree of units at the left, one unit with its staff beside it. */
export function UnitsPage() {
  const { t } = useTranslation('organisation');
  const { id } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const chosen = id ?? me.data?.unit.id;
  const unit = useUnit(chosen);
  const [importing, setImporting] = useState(false);
  const administers = me.data?.roles.includes('ADMINISTRATOR') ?? false;
  return (
    <PageFrame
      title={t('units.title')}
      actions={
        administers && (
          <>
            <a className="btn" href="/api/organisation/import/template" download>
              {t('units.template')}
            </a>
            <Button icon="upload" onClick={() => setImporting(true)}>
              {t('units.import')}
            </Button>
          </>
        )
      }
    >
      <div className="units-cols">
        <UnitTree chosen={chosen} onChoose={(each) => void navigate(paths.unit(each))} />
        <div className="card list-card">
          {unit.isPending && <Waiting />}
          {unit.isError && <Failed title={t('failed', { ns: 'ui' })}>{unit.error.message}</Failed>}
          {unit.data && <StaffTable key={unit.data.id} unit={unit.data} />}
        </div>
        {unit.data && <UnitPanel unit={unit.data} />}
      </div>
      {importing && <RosterDialog onClose={() => setImporting(false)} />}
    </PageFrame>
  );
}
