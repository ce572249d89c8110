import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { actionOf } from '../../api/actions';
import { seesStaff } from '../../api/directory';
import { useMe } from '../../api/session';
import type { Staff } from '../../api/unitTypes';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { PageFrame } from '../../ui/PageFrame';
import { Failed, Waiting } from '../../ui/States';
import { JurisdictionForm } from './JurisdictionForm';
import { OrganisationTabs } from './OrganisationTabs';
import { RosterDialog } from './RosterDialog';
import { StaffForm } from './StaffForm';
import { StaffTable } from './StaffTable';
import { UnitForm } from './UnitForm';
import { UnitPanel } from './UnitPanel';
import { UnitTree } from './UnitTree';
import { useUnit } from './api';
import './organisation.css';

type Open = { what: 'roster' | 'edit' | 'below' | 'jurisdictions' } | { what: 'staff'; person: Staff | undefined };

/** The tree of units at the left, one unit with its staff beside it. */
export function UnitsPage() {
  const { t } = useTranslation('organisation');
  const { id } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const chosen = id ?? me.data?.unit.id;
  const found = useUnit(chosen);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const administers = me.data?.roles.includes('ADMINISTRATOR') ?? false;
  const unit = found.data;
  const edit = actionOf(unit?.actions, 'edit');
  const mayEdit = edit.offered && !edit.closed;
  return (
    <PageFrame
      title={t('units.title')}
      tabs={<OrganisationTabs />}
      actions={
        administers && (
          <>
            <a className="btn" href="/api/organisation/import/template" download>
              {t('units.template')}
            </a>
            <Button icon="upload" onClick={() => setOpen({ what: 'roster' })}>
              {t('units.import')}
            </Button>
          </>
        )
      }
      honesty={t('units.masked')}
    >
      <div className="units-cols">
        <UnitTree chosen={chosen} path={unit?.path ?? me.data?.unit.path} onChoose={(each) => void navigate(paths.unit(each))} />
        <div className="card list-card">
          {found.isPending && <Waiting rows={8} />}
          {found.isError && <Failed title={t('failed', { ns: 'ui' })}>{found.error.message}</Failed>}
          {unit && (
            <StaffTable
              key={unit.id}
              unit={unit}
              sees={seesStaff(me.data?.roles)}
              onEdit={mayEdit ? (person) => setOpen({ what: 'staff', person }) : undefined}
              onAdd={mayEdit ? () => setOpen({ what: 'staff', person: undefined }) : undefined}
            />
          )}
        </div>
        {unit && <UnitPanel unit={unit} onAct={(what) => setOpen({ what })} />}
      </div>
      {open?.what === 'roster' && <RosterDialog onClose={close} />}
      {unit && (open?.what === 'edit' || open?.what === 'below') && <UnitForm unit={unit} below={open.what === 'below'} onClose={close} onMade={(made) => void navigate(paths.unit(made))} />}
      {unit && open?.what === 'jurisdictions' && <JurisdictionForm unit={unit} onClose={close} />}
      {unit && open?.what === 'staff' && <StaffForm unit={unit} person={open.person} onClose={close} />}
    </PageFrame>
  );
}
