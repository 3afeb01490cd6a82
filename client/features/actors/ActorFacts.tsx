import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorDetail } from '#shared/contract/actors.ts'

/** What is known of it; only what is known. */
export function ActorFacts({ detail }: { detail: ActorDetail }) {
  const t = useTranslations('actors')
  const size = useTranslations('common.size')
  const names = useNames()
  const format = useFormat()
  const { record } = detail
  const english = format.locale === 'en'
  const others = (names.reference?.partitions ?? []).flatMap((partition): [string, ReactNode][] => {
    const sector = partition.official ? null : record.sectors[partition.id]?.at(-1)?.value
    return sector ? [[english ? partition.nameEn : partition.nameId, names.sectorShort(sector)]] : []
  })
  const facts: [string, ReactNode][] = [
    [t('form.aliases'), record.aliases.length > 0 ? format.list(record.aliases) : null],
    [
      t('form.size'),
      record.sizeClass
        ? `${size(record.sizeClass)}${record.sizeBasis ? ` (${t(`basis.${record.sizeBasis}`)})` : ''}`
        : null,
    ],
    [t('form.yearStarted'), record.yearStarted],
    [t('form.kbli'), record.kbli ? `${record.kbli.code} (KBLI ${record.kbli.version})` : null],
    ...others,
    [t('form.products'), record.products.length > 0 ? record.products.join(', ') : null],
    [t('form.offers'), record.offers.length > 0 ? record.offers.join(', ') : null],
    [t('form.needs'), record.needs.length > 0 ? record.needs.join(', ') : null],
    [t('form.website'), record.website && <WebLink key="website" address={record.website} />],
    [t('form.registeredOn'), detail.registeredOn ? format.date(detail.registeredOn) : null],
    ...Object.entries(record.attributes).map(([name, value]): [string, ReactNode] => [name, value]),
  ]
  const known = facts.filter(([, value]) => value !== null && value !== '')
  return (
    <section className="section">
      <h2 className="section-title">{t('profile.facts')}</h2>
      <dl className="facts mt-1">
        {known.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function WebLink({ address }: { address: string }) {
  return (
    <a href={address} rel="noreferrer" target="_blank" className="underline">
      {address}
    </a>
  )
}
