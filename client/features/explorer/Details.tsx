import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { actorQuery } from '../../api/actors.ts'
import { partnerCounts } from '../../network/graph/network-index.ts'
import { MethodButton } from '../../network/MethodButton.tsx'
import { SectorMark } from '../../network/SectorMark.tsx'
import { useNames } from '../../network/use-names.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { EN_DASH } from '../../ui/format.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { FocusControl } from './FocusControl.tsx'
import { ActorQuestions } from './focus/ActorQuestions.tsx'
import { Answer } from './focus/Answer.tsx'
import { NO_QUESTION } from './focus/use-canvas-actions.ts'
import { PartnershipList } from './PartnershipList.tsx'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import type { ExplorerView } from './view-state.ts'

interface DetailsProps {
  model: ExplorerModel
  row: number
  view: ExplorerView
  change: ChangeView
  /** Without its own heading, inside a sheet that has one. */
  inSheet?: boolean
}

/** What is known of the chosen actor, and its partnerships. */
export function Details({ model, row, view, change, inSheet = false }: DetailsProps) {
  const t = useTranslations('explorer.details')
  const { actors } = model.network
  const id = actors.id[row]!
  return (
    <div className="details">
      {inSheet ? null : (
        <header>
          <h2 className="details-name">{actors.name[row]}</h2>
          <IconButton
            label={t('close')}
            icon={<X size={16} strokeWidth={1.75} />}
            onClick={() => change({ actor: null, ...NO_QUESTION })}
          />
        </header>
      )}
      <Facts model={model} row={row} />
      <FocusControl view={view} change={change} />
      <ActorQuestions key={id} model={model} row={row} view={view} change={change} />
      <Answer model={model} view={view} change={change} />
      <PartnershipList
        actorId={id}
        on={model.network.on}
        definition={model.network.definition}
        onChoose={(actor) => change({ actor, to: null, leave: false })}
      />
      <footer>
        <Link to="/kerja-sama/baru" search={{ actor: id }} className={buttonClass('filled')}>
          {t('log')}
        </Link>
        <Link to="/pelaku/$id" params={{ id }} className={buttonClass()}>
          {t('profile')}
        </Link>
      </footer>
    </div>
  )
}

function Facts({ model, row }: { model: ExplorerModel; row: number }) {
  const t = useTranslations('explorer.details')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const { actors, on, definition } = model.network
  const look = model.looks.ofRow(model.network, row)
  const { data } = useQuery(actorQuery(actors.id[row]!, { on, definition }))
  const partners = partnerCounts(model.network, row)
  const region = actors.regionCode[row] ?? null
  const standing = actors.standing[row]!
  const asOf = { on, definition }
  // Of whom nobody has asked, nothing is known: not even that there is no partner.
  const known = standing === 'linked' || standing === 'unlinked'
  // Where everybody counts as asked, as in an imported network, there is nothing to verify.
  const surveyed = names.reference?.definitions.find(({ id }) => id === definition)?.rule.surveyedOnly ?? true
  const about = [
    look.name,
    region === null ? null : t('village', { name: names.region(region) }),
    data?.sizeClass ? common(`size.${data.sizeClass}`) : null,
  ].filter((part) => part !== null)
  return (
    <>
      <p className="details-about">
        <SectorMark group={look.group} shape={look.shape} /> {about.join(' · ')}
      </p>
      {standing === 'linked' ? null : <p className="details-standing">{t(standing)}</p>}
      <dl className="details-facts">
        <Fact
          name={t('partners')}
          method={<MethodButton metric="degree" of={t('partners')} view={asOf} actor={actors.id[row]!} />}
          more={
            partners.total > 0
              ? t('within', {
                  within: format.integer(partners.within),
                  cross: format.integer(partners.cross),
                })
              : ''
          }
        >
          {known ? format.integer(partners.total) : EN_DASH}
        </Fact>
        <Fact
          name={t('stops')}
          more={t('cutPairs')}
          method={<MethodButton metric="articulation" of={t('stops')} view={asOf} actor={actors.id[row]!} />}
        >
          {known ? format.integer(actors.cutPairs[row]!) : EN_DASH}
        </Fact>
        {surveyed ? (
          <>
            <Fact name={t('census')}>{common(`census.${actors.census[row]!}`)}</Fact>
            <Fact name={t('lastVerified')}>
              {data ? (data.lastVerifiedOn ? format.shortDate(data.lastVerifiedOn) : t('never')) : '…'}
            </Fact>
          </>
        ) : null}
      </dl>
    </>
  )
}

interface FactProps {
  name: string
  more?: string
  method?: ReactNode
  children: ReactNode
}

function Fact({ name, more = '', method, children }: FactProps) {
  return (
    <div>
      <dt>
        {name} {method} {more === '' ? null : <small>{more}</small>}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
